"""Tests are read from their own folder, so that they can share toys.py."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
