"""The paper's audio tower: its published sizes, and what each part does."""

import torch
from torch import nn

from needledrop_lab.model.towers.music_transformer import MusicTransformer, MusicTransformerShape

TOY = MusicTransformerShape(
    mel_bands=8, channels=4, convolutions=2, width=8, inner=16, depth=2, heads=2, positions=6
)


def count(*modules: nn.Module) -> int:
    return sum(p.numel() for module in modules for p in module.parameters())


def test_the_paper_s_tower_has_the_published_number_of_weights() -> None:
    tower = MusicTransformer(MusicTransformerShape(), 128)
    assert count(tower.input_norm, tower.blocks, tower.embed) == 1_300_354
    assert count(tower.layers) == 3_155_968
    assert tower.places.numel() == 131_328
    assert count(tower) - count(tower.projector) == 4_587_906
    assert count(tower.projector) == 33_280


def test_each_block_halves_time_and_a_token_stands_in_front() -> None:
    torch.manual_seed(2)
    tower = MusicTransformer(TOY, 4).eval()
    seen: list[torch.Size] = []
    tower.layers.register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0].shape))
    tower(torch.randn(3, 8, 22))
    assert seen == [torch.Size([3, 1 + 22 // 4, 8])]


def test_unit_vectors_are_the_projection_normalised() -> None:
    torch.manual_seed(2)
    tower = MusicTransformer(TOY, 4).eval()
    decibels = torch.randn(3, 8, 22) * 20
    projected = tower.project(decibels)
    lengths = projected.norm(dim=1, keepdim=True)
    assert (lengths - 1).abs().min() > 1e-3
    torch.testing.assert_close(tower(decibels), projected / lengths)


def test_it_hears_when_and_how_high() -> None:
    torch.manual_seed(2)
    tower = MusicTransformer(TOY, 4).eval()
    decibels = torch.randn(1, 8, 22) * 20
    for changed in (decibels.flip(1), decibels.flip(2)):
        assert (tower(changed) - tower(decibels)).abs().max() > 1e-3
