"""Figures: retrieval, downstream tasks, differences between systems, training speed."""
