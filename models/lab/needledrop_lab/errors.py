"""What can be expected to go wrong. A command prints it in one line; anything else is a bug."""


class LabError(Exception):
    """Says what happened, which input, and what to do next."""
