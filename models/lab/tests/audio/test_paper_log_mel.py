"""The paper's front-end against torch.stft, and against the definition of HTK's filters."""

import numpy as np
import pytest
import torch
from published_twin import naive_decibels

from needledrop_lab.audio.paper_log_mel import PaperFrontEnd, PaperLogMel, htk_filters

PAPER = PaperFrontEnd()


@pytest.mark.parametrize("spectrum", ["real", "power"])
def test_decibels_are_those_of_the_short_time_fourier_transform(spectrum: str) -> None:
    front = PaperFrontEnd(section_seconds=0.5, spectrum=spectrum)  # type: ignore[arg-type]
    audio = torch.randn(2, front.section_samples, generator=torch.Generator().manual_seed(5)) * 0.1
    found = PaperLogMel(front)(audio)
    torch.testing.assert_close(found, naive_decibels(audio, front), atol=0.02, rtol=0)


def test_a_section_has_992_frames_of_128_bands() -> None:
    assert (PAPER.section_samples, PAPER.frames, PAPER.bins) == (158_560, 992, 513)
    assert PaperLogMel(PAPER)(torch.zeros(1, PAPER.section_samples)).shape == (1, 128, 992)


def test_without_the_imaginary_part_a_tone_comes_and_goes() -> None:
    front = PaperFrontEnd(section_seconds=1)
    time = torch.arange(front.section_samples) / front.sample_rate
    tone = torch.sin(2 * torch.pi * 1010 * time)[None]
    real, power = (
        PaperLogMel(PaperFrontEnd(section_seconds=1, spectrum=s))(tone)[0, :, 10:-10].amax(dim=0)
        for s in ("real", "power")
    )
    assert power.max() - power.min() < 1
    assert real.max() - real.min() > 10


def test_silence_is_held_at_the_quietest() -> None:
    front = PaperFrontEnd(section_seconds=0.2)
    decibels = PaperLogMel(front)(torch.zeros(1, front.section_samples))
    torch.testing.assert_close(decibels, torch.full_like(decibels, -100))


def test_filters_are_triangles_of_height_one_on_the_htk_scale() -> None:
    def mel(hz: float) -> float:
        return 2595 * float(np.log10(1 + hz / 700))

    front = PaperFrontEnd(sample_rate=8000, fft_size=64, mel_bands=5, max_hz=4000)
    edges = [700 * (10 ** (mel(4000) * i / 6 / 2595) - 1) for i in range(7)]
    for row, hz in enumerate(range(0, 4001, 125)):
        for band in range(5):
            left, top, right = edges[band : band + 3]
            side = (hz - left) / (top - left) if hz < top else (right - hz) / (right - top)
            assert htk_filters(front)[row, band] == pytest.approx(max(0, side), abs=1e-9)
