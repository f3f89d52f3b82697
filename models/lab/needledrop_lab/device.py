"""Where tensors are computed, and whether what comes of it fits on the disk."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor

from .errors import LabError

SPARE_BYTES = 64 * 2**20  # left free for everything else


class DeviceError(LabError, RuntimeError):
    """A device was asked for by name that is not there."""


class DiskFullError(LabError, OSError):
    """A file was not begun because it would not fit."""


def device_of(name: str | None) -> torch.device:
    """The device of that name; without a name a GPU if there is one, else the processor."""
    if name is None:
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")
    try:
        device = torch.device(name)
    except RuntimeError as error:
        raise DeviceError(f"{name!r} is no device; say cpu or cuda") from error
    if device.type == "cuda" and not torch.cuda.is_available():
        raise DeviceError(
            f"{name} was asked for, but PyTorch {torch.__version__} sees no GPU; say --device cpu, "
            "or install a driver and a build of PyTorch for it"
        )
    return device


def need_space(folder: Path, size: int) -> None:
    """Raise DiskFullError if `size` bytes more would not fit beside `folder`'s files."""
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


def save_whole(values: Mapping[str, object], path: Path) -> None:
    """torch.save that leaves the old file or the new one, never half of one."""
    need_space(path.parent, tensor_bytes(values))
    part = path.with_name(f"{path.name}.part")
    torch.save(dict(values), part)
    part.replace(path)
