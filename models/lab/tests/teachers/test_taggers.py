"""The taggers: read under their published names, and refused where they are something else."""

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from needledrop_lab.audio.paper_log_mel import PaperFrontEnd, htk_filters
from needledrop_lab.teachers.lessons import TAGGERS
from needledrop_lab.teachers.taggers import (
    HOP,
    KINDS,
    RATE,
    WINDOW,
    Decibels,
    TeacherError,
    load_tagger,
)

FILTERS = htk_filters(PaperFrontEnd(sample_rate=RATE, fft_size=WINDOW, mel_bands=96, max_hz=8_000))


def published(kind: str) -> dict[str, torch.Tensor]:
    """Random weights as the file of a published tagger names them."""
    torch.manual_seed(1)
    state = KINDS[kind]().state_dict()
    state["spec.window"], state["spec.mel"] = (
        torch.hann_window(WINDOW),
        torch.tensor(FILTERS, dtype=torch.float32),
    )
    names = {"spec.window": "spec.spectrogram.window", "spec.mel": "spec.mel_scale.fb"}
    return {names.get(name, name.replace("spec.norm.", "spec_bn.")): state[name] for name in state}


@pytest.mark.parametrize("kind", KINDS)
def test_a_tagger_is_read_under_its_published_names(kind: str, tmp_path: Path) -> None:
    state = published(kind)
    torch.save(state, tmp_path / f"mtat-{kind}.pth")
    tagger = load_tagger(tmp_path / f"mtat-{kind}.pth")
    assert not tagger.training
    assert torch.equal(tagger.state_dict()["spec.mel"], state["spec.mel_scale.fb"])
    assert torch.equal(tagger.state_dict()["spec.norm.weight"], state["spec_bn.weight"])
    logits, embedding = tagger(torch.randn(2, round(tagger.seconds * RATE)) * 0.1)
    assert logits.shape == (2, 50) and embedding.shape == (2, tagger.width)
    assert logits.isfinite().all() and not torch.equal(logits[0], logits[1])
    (dense,) = [m for name, m in tagger.named_children() if name in ("dense", "dense2")]
    assert isinstance(dense, nn.Linear)
    assert torch.allclose(dense(embedding), logits)  # the embedding is what the tags are read from


def test_decibels_are_those_of_the_short_time_fourier_transform() -> None:
    front = Decibels().eval()
    front.window.copy_(torch.hann_window(WINDOW))
    front.mel.copy_(torch.tensor(FILTERS, dtype=torch.float32))
    audio = np.random.default_rng(2).normal(size=4 * HOP).astype(np.float32) * 0.1
    padded = np.pad(audio, WINDOW // 2, mode="reflect")
    frames = [padded[start : start + WINDOW] for start in range(0, 4 * HOP + 1, HOP)]
    window = np.hanning(WINDOW + 1)[:-1]
    power = np.abs(np.fft.rfft(np.stack(frames) * window)) ** 2 @ FILTERS
    expected = 10 * np.log10(np.maximum(power, 1e-10)).T
    found = front(torch.from_numpy(audio)[None])[0, 0].detach()
    np.testing.assert_allclose(found, expected, atol=0.01)


def test_a_file_of_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TeacherError, match=r"mtat-vgg\.pth: .* end with one of fcn, crnn, musicnn"):
        load_tagger(tmp_path / "mtat-vgg.pth")


@pytest.mark.parametrize("content", ["missing", "empty", "text", "list", "other kind"])
def test_a_file_that_is_no_tagger_is_named(content: str, tmp_path: Path) -> None:
    path = tmp_path / "mtat-fcn.pth"
    if content in ("empty", "text"):
        path.write_text("" if content == "empty" else "<html>not found</html>")
    elif content != "missing":
        torch.save([1] if content == "list" else published("crnn"), path)
    with pytest.raises(TeacherError, match=r"mtat-fcn\.pth is not a fcn of 50 tags"):
        load_tagger(path)


@pytest.mark.parametrize("name", TAGGERS)
def test_the_real_taggers_tell_a_tone_from_noise(name: str, teachers: Path) -> None:
    tagger = load_tagger(teachers / f"{name}.pth")
    torch.manual_seed(3)
    time = torch.arange(round(tagger.seconds * RATE)) / RATE
    audio = torch.stack([0.5 * torch.sin(2 * torch.pi * 440 * time), torch.randn(len(time)) * 0.1])
    with torch.inference_mode():
        logits, embedding = tagger(audio)
    assert logits.isfinite().all() and embedding.isfinite().all()
    assert (logits[0] - logits[1]).abs().max() > 1
