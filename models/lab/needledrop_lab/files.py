"""Files and folders that are there whole or not at all, and room for them on the disk.

A file is written beside its place, as NAME.part.SUFFIX, and takes its name when it is complete. A
reader therefore meets the old file or the new one, and a kill leaves the old one.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from .errors import LabError

SPARE_BYTES = 64 * 2**20  # left free for everything else


class FolderTakenError(LabError, FileExistsError):
    """A new folder cannot be made because something is already there."""


class DiskFullError(LabError, OSError):
    """A file was not started because it would not fit."""


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A path beside `path` to write to; it replaces `path` if the block ends without an error."""
    part = path.with_name(f"{path.stem}.part{path.suffix}")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write a UTF-8 file whole."""
    with whole(path) as part:
        part.write_text(text, encoding="utf-8")


def write_json(path: Path, value: object) -> None:
    """Write indented JSON whole. Raises TypeError for a value that JSON does not have."""
    write_text(path, json.dumps(value, indent=2, ensure_ascii=False) + "\n")


def write_array(path: Path, values: np.ndarray) -> None:
    """Write an .npy file whole. Raises DiskFullError where it would not fit."""
    need_space(path.parent, values.nbytes)
    with whole(path) as part:
        np.save(part, values)


def write_tensors(path: Path, values: Mapping[str, object]) -> None:
    """torch.save a file whole. Raises DiskFullError where it would not fit."""
    need_space(path.parent, tensor_bytes(values))
    with whole(path) as part:
        torch.save(dict(values), part)


@contextmanager
def staged(folder: Path, update: bool = False) -> Iterator[Path]:
    """A folder beside `folder` to write into; it takes that name if the block ends without error.

    With `update`, its files replace those of the same names in a folder that exists.

    :raises FolderTakenError: there is something in `folder` already, and it is not to be updated.
    """
    taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    if taken and not (update and folder.is_dir()):
        raise FolderTakenError(f"{folder} is not empty; name a new folder or remove it first")
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        yield part
        if taken:
            for file in part.iterdir():
                file.replace(folder / file.name)
        else:
            part.replace(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def need_space(folder: Path, size: int) -> None:
    """Raise DiskFullError if another `size` bytes would not fit on the disk of `folder`."""
    free = shutil.disk_usage(folder).free
    if free < size + SPARE_BYTES:
        raise DiskFullError(
            f"{folder} has {free / 2**20:.0f} MiB free and {size / 2**20:.0f} MiB are needed; "
            "make room and start again, the last checkpoint is whole"
        )


def tensor_bytes(values: object) -> int:
    """Bytes of all tensors in nested mappings and lists."""
    if isinstance(values, Tensor):
        return values.numel() * values.element_size()
    if isinstance(values, Mapping):
        return sum(tensor_bytes(value) for value in values.values())
    return sum(map(tensor_bytes, values)) if isinstance(values, list | tuple) else 0
