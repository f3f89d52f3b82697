"""The real teachers, for those who have them."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def teachers() -> Path:
    """The folder DATA/teachers; NEEDLEDROP_DATA names DATA."""
    folder = Path(os.environ.get("NEEDLEDROP_DATA", "")) / "teachers"
    if not (folder / "yamnet.tflite").exists():
        pytest.skip("no teachers: NEEDLEDROP_DATA names the folder that holds them")
    return folder
