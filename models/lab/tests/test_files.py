"""Files that are there whole or not at all."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from needledrop_lab import files
from needledrop_lab.files import DiskFullError, FolderTakenError, tensor_bytes


def test_bytes_of_nested_tensors_are_added_up() -> None:
    nested = {"a": torch.zeros(3), "b": [torch.zeros(2, dtype=torch.int8), 5], "c": "word"}
    assert tensor_bytes(nested) == 14


def test_a_block_that_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    files.write_text(path, "old")
    with pytest.raises(KeyboardInterrupt), files.whole(path) as part:
        part.write_text("half")
        raise KeyboardInterrupt
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    files.write_json(tmp_path / "a.json", {"a": [1, "\N{EN DASH}"]})
    files.write_array(tmp_path / "a.npy", np.arange(3))
    files.write_tensors(tmp_path / "a.pt", {"a": torch.arange(3)})
    assert json.loads((tmp_path / "a.json").read_text("utf-8")) == {"a": [1, "\N{EN DASH}"]}
    assert np.load(tmp_path / "a.npy").tolist() == [0, 1, 2]
    assert torch.load(tmp_path / "a.pt")["a"].tolist() == [0, 1, 2]
    assert sorted(f.name for f in tmp_path.iterdir()) == ["a.json", "a.npy", "a.pt"]


def test_a_file_that_would_not_fit_is_not_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "SPARE_BYTES", 2**62)
    with pytest.raises(DiskFullError, match="MiB are needed"):
        files.write_array(tmp_path / "a.npy", np.arange(3))
    assert not list(tmp_path.iterdir())


def test_a_folder_is_staged_whole_or_not_at_all(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    with pytest.raises(ValueError, match="half"), files.staged(folder) as part:
        (part / "a").write_text("a")
        raise ValueError("half")
    assert not list(tmp_path.iterdir())
    with files.staged(folder) as part:
        (part / "a").write_text("a")
    assert (folder / "a").read_text() == "a"
    with pytest.raises(FolderTakenError, match="not empty"), files.staged(folder):
        pass
    (folder / "b").write_text("b")
    with files.staged(folder, update=True) as part:
        (part / "a").write_text("new")
    assert [(folder / name).read_text() for name in "ab"] == ["new", "b"]
    assert list(tmp_path.iterdir()) == [folder]
