"""Figures: the joint spaces and the learning curves."""
