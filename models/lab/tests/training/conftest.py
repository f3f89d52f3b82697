"""What the tests of training share."""

from pathlib import Path

import pytest
from run_toys import toy_items

from needledrop_lab.corpus.pool import Pool, pool_of


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> tuple[Pool, Path]:
    """A pool of toy items, and the folder of their features."""
    folder = tmp_path_factory.mktemp("toy")
    return pool_of(toy_items(folder)), folder / "features"
