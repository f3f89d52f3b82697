"""Downstream tasks: what clips there are, what is said of them, and which of them are held out.

`official` reads the data sets that the paper is measured on from the user's own copies, `own` makes
ten tasks of a manifest, and `measured` asks an embedding about any of them.
"""
