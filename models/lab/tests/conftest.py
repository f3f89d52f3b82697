"""Tests share toys and naive twins by way of support/; no test imports another."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "support"))
