"""What can go wrong with a run."""

from ..errors import LabError


class RunError(LabError, RuntimeError):
    """A run that cannot go on; says which folder or file, and what to do."""
