"""docs/results.md from docs/results.json: nothing is printed that is not in that file.

Each section renders the keys it knows; a missing key is reported as not measured yet.
"""

from .page import render

__all__ = ["render"]
