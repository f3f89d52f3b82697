"""From a trained model to the pack that the engine loads, and the checks on the way."""
