"""Trains the two towers (text, audio) of a Needledrop pack, measures them and exports them."""
