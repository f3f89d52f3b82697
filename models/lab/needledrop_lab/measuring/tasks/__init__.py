"""Downstream tasks: their clips, labels and splits.

`official` reads the paper's data sets from the user's own copies, `own` makes
ten tasks of a manifest, and `measured` measures an embedding on any of them.
"""
