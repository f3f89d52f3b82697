"""The one trainer: recipes, batches, the loop, and the run folders it leaves behind."""
