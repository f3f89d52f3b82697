"""The device that is asked for, or an error that says so."""

import pytest
import torch

from needledrop_lab.device import DeviceError, device_of


def test_a_device_that_is_not_there_is_an_error_that_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    assert device_of(None).type == "cpu"
    with pytest.raises(DeviceError, match="sees no GPU; use --device cpu"):
        device_of("cuda")
    with pytest.raises(DeviceError, match="'gramophone' is not a device"):
        device_of("gramophone")
