"""The audio tower of blocks: each second computed once, and sections that come out the same."""

from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode
from toys import TOY_BLOCKS, TOY_FRONT

from needledrop_lab.audio.log_mel import FrontEnd, MelPower
from needledrop_lab.model.towers import BlockGraph, BlockShape, BlockTower, unit
from needledrop_lab.model.towers.blocks import Separable
from needledrop_lab.packs.onnx_graphs import export_audio
from needledrop_lab.packs.toy import centre

STRIDED = BlockShape((4, 8, 8), (2, 1, 2), width=8, inner=8, depth=1, heads=2)
HOP = TOY_FRONT.hop_samples


@pytest.fixture(params=[TOY_BLOCKS, STRIDED])
def tower(request: pytest.FixtureRequest) -> BlockTower:
    """A tower of random weights that embeds different sections differently."""
    torch.manual_seed(2)
    made = BlockTower(request.param, TOY_FRONT, 6).train()
    music = torch.rand(64, TOY_FRONT.frames, 4)
    for _ in range(20):
        made(music)  # batch norms learn what is usual
    centre(made, made.head.projection, music)
    assert made(music).mean(dim=0).norm() < 0.5
    return made


@pytest.fixture
def power() -> torch.Tensor:
    return torch.rand(5, TOY_FRONT.frames, 4, generator=torch.Generator().manual_seed(3))


def test_a_section_is_its_blocks_encoded_alone_and_the_head_over_both(
    tower: BlockTower, power: torch.Tensor
) -> None:
    assert tower.block_hops == 16
    naive = []
    for section in power:
        blocks = [tower.encoder(section[None, start : start + 15]) for start in (0, 16)]
        assert all(frames.shape == (1, tower.frames, 8) for frames in blocks)
        naive.append(tower.head(torch.cat(blocks, dim=1))[0])
    assert torch.allclose(tower.project(power), torch.stack(naive), atol=1e-6)
    assert torch.allclose(tower(power), unit(torch.stack(naive)), atol=1e-5)


def test_frames_of_all_first_blocks_come_before_those_of_all_second_ones(
    tower: BlockTower, power: torch.Tensor
) -> None:
    frames = tower.encode(power)
    assert torch.allclose(frames[:5], tower.encoder(power[:, :15]), atol=1e-5)
    assert torch.allclose(frames[5:], tower.encoder(power[:, 16:]), atol=1e-5)


def test_the_frame_between_the_blocks_is_not_heard(tower: BlockTower, power: torch.Tensor) -> None:
    changed = power.clone()
    changed[:, 15] = 99.0
    assert torch.equal(tower(changed), tower(power))
    changed[:, 16] = 99.0
    assert not torch.allclose(tower(changed), tower(power), atol=1e-3)


def test_gain_of_either_block_changes_nothing(tower: BlockTower, power: torch.Tensor) -> None:
    louder = power * 100
    louder[:, 16:] *= 30
    assert torch.allclose(tower(louder), tower(power), atol=1e-4)


def test_silence_has_a_unit_vector(tower: BlockTower) -> None:
    vector = tower(torch.zeros(1, TOY_FRONT.frames, 4))
    assert torch.allclose(vector.norm(dim=1), torch.ones(1), atol=1e-5)


def test_sections_of_shared_blocks_are_those_cut_from_the_whole_track(tower: BlockTower) -> None:
    torch.manual_seed(4)
    audio = torch.randn(5 * 16 * HOP) * 0.1  # five blocks
    power = MelPower(TOY_FRONT)(audio[None])[0]
    cut = torch.stack([power[16 * n : 16 * n + TOY_FRONT.frames] for n in range(4)])
    rows = torch.arange(4)[:, None] + torch.arange(2)
    found = BlockGraph(TOY_FRONT, tower)(audio.reshape(5, -1), rows)
    assert torch.allclose(found, tower(cut), atol=1e-5)


def test_the_exported_graph_computes_what_the_module_does(
    tower: BlockTower, tmp_path: Path
) -> None:
    torch.manual_seed(5)
    graph, path = BlockGraph(TOY_FRONT, tower).eval(), tmp_path / "audio.onnx"
    export_audio(graph, TOY_FRONT.section_samples, path, False, blocks_per_section=2)
    audio = torch.randn(7, TOY_FRONT.section_samples // 2) * 0.1
    rows = torch.tensor([[0, 1], [1, 2], [6, 3], [5, 5]])
    session = onnxruntime.InferenceSession(path)
    found = session.run(["embedding"], {"audio": audio.numpy(), "sections": rows.numpy()})[0]
    with torch.no_grad():
        np.testing.assert_allclose(found, graph(audio, rows), atol=1e-4)


def test_the_shipped_tower_is_small_and_takes_few_products() -> None:
    front = FrontEnd()
    shipped = BlockTower(BlockShape(), front, 128).eval()
    assert sum(weight.numel() for weight in shipped.parameters()) < 4_000_000
    with FlopCounterMode(display=False) as counter:
        shipped(torch.rand(1, front.frames, front.mel_bands))
    assert counter.get_total_flops() / 2 <= 0.3e9  # a section, from one block that is not shared


@pytest.mark.parametrize("stride", [1, 2])
def test_a_convolution_gives_in_bfloat16_about_what_it_gives_in_float32(stride: int) -> None:
    torch.manual_seed(3)
    layer, x = Separable(4, 6, stride).eval(), torch.randn(2, 4, 9, 8)
    with torch.autocast("cpu", torch.bfloat16):
        found = layer(x.bfloat16())
    expected = layer(x)
    assert found.shape == expected.shape and found.dtype == torch.bfloat16
    assert torch.allclose(found.float(), expected, atol=0.03)
    found.sum().backward()
    gradient = layer.depthwise.weight.grad
    assert gradient is not None and gradient.isfinite().all() and (gradient != 0).any()
