"""Towers: unit vectors, and padding that changes nothing."""

import torch
from torch.utils.flop_counter import FlopCounterMode
from toys import TOY_TEXT

from needledrop_lab.audio.log_mel import FrontEnd
from needledrop_lab.model.tokens import encode
from needledrop_lab.model.towers import AudioShape, AudioTower, TextTower, unit
from needledrop_lab.packs.toy import AUDIO, DIMENSION, FRONT, tokenizer


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
    tower = AudioTower(AudioShape(), FrontEnd(), 128)
    assert sum(weight.numel() for weight in tower.parameters()) < 4_000_000


def test_a_section_costs_the_shipped_tower_at_most_300_million_products() -> None:
    tower = AudioTower(AudioShape(), FrontEnd(), 128).eval()
    with FlopCounterMode(display=False) as counter:
        tower(torch.rand(1, FrontEnd().frames, FrontEnd().mel_bands))
    assert counter.get_total_flops() / 2 <= 0.3e9


def test_vectors_before_normalisation_point_the_same_way() -> None:
    torch.manual_seed(1)
    tower = AudioTower(AUDIO, FRONT, DIMENSION).eval()
    power = torch.rand(2, 3, 2)
    assert torch.allclose(unit(tower.project(power)), tower(power))
    assert not torch.allclose(tower.project(power).norm(dim=1), torch.ones(2))
