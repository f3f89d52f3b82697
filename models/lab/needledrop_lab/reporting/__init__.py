"""What is published of the figures: docs/results.json, docs/results.md, pictures, the demo page."""
