"""The two towers, the three objectives, and the weights they start from."""
