"""The device that computes: chosen by name, and named in results."""

from __future__ import annotations

import torch

from .errors import LabError


class DeviceError(LabError, RuntimeError):
    """The requested device is not available."""


def device_of(name: str | None) -> torch.device:
    """The device of that name; without a name a GPU if there is one, else the processor."""
    if name is None:
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")
    try:
        device = torch.device(name)
    except RuntimeError as error:
        raise DeviceError(f"{name!r} is not a device; use cpu or cuda") from error
    if device.type == "cuda" and not torch.cuda.is_available():
        raise DeviceError(
            f"{name} was asked for, but PyTorch {torch.__version__} sees no GPU; use --device cpu, "
            "or install a driver and a build of PyTorch for it"
        )
    return device


def device_name(device: torch.device) -> str:
    """The name that results give: the GPU's, or the number of CPU threads."""
    if device.type == "cuda":
        return torch.cuda.get_device_name(device)
    count = torch.get_num_threads()
    return f"CPU, {count} thread{'' if count == 1 else 's'}"
