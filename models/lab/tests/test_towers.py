"""Towers: unit vectors, and padding that changes nothing."""

import torch
from toys import TOY_TEXT

from needledrop_lab.text import encode
from needledrop_lab.towers import AudioShape, AudioTower, TextTower
from needledrop_lab.toy import AUDIO, DIMENSION, FRONT, tokenizer


def test_text_vectors_have_length_one_and_ignore_padding() -> None:
    torch.manual_seed(1)
    tower = TextTower(TOY_TEXT, DIMENSION).eval()
    alone = tower(*encode(tokenizer(), ["banjo"], 8))
    beside = tower(*encode(tokenizer(), ["banjo", "dark jazz piano forest"], 8))
    assert torch.allclose(alone[0], beside[0], atol=1e-5)
    assert torch.allclose(beside.norm(dim=1), torch.ones(2), atol=1e-5)


def test_audio_vectors_have_length_one_even_for_silence() -> None:
    torch.manual_seed(1)
    tower = AudioTower(AUDIO, FRONT, DIMENSION).eval()
    power = torch.stack([torch.zeros(3, 2), torch.rand(3, 2)])
    assert torch.allclose(tower(power).norm(dim=1), torch.ones(2), atol=1e-5)


def test_the_shipped_audio_tower_is_small() -> None:
    from needledrop_lab.features import FrontEnd

    tower = AudioTower(AudioShape(), FrontEnd(), 128)
    assert sum(weight.numel() for weight in tower.parameters()) < 4_000_000
