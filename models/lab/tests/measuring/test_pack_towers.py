"""A pack's towers through onnxruntime: both kinds of audio graph, the engine's sections."""

import shutil
from pathlib import Path

import numpy as np
import pytest
import soundfile
from pack_music import BLOCKS_PACK, WHOLE_PACK

from needledrop_lab.measuring.pack_towers import (
    SECTIONS_A_RUN,
    Listener,
    PackError,
    PackTowers,
    section_starts,
    shared_blocks,
)

LENGTH, HOP = 8, 4  # samples of the toy packs


def naive_sections(samples: np.ndarray) -> list[np.ndarray]:
    """The sections of a track of at least one section, written out."""
    found = []
    start = 0
    while start + LENGTH <= len(samples):
        found.append(samples[start : start + LENGTH])
        start += HOP
    covered = start - HOP + LENGTH
    return [*found, samples[-LENGTH:]] if len(samples) - covered > HOP / 2 else found


@pytest.mark.parametrize("many", [8, 10, 11, 12, 15, 61, 200])
def test_a_graph_of_blocks_gets_the_engine_s_sections(many: int) -> None:
    samples = np.random.default_rng(many).normal(size=many).astype(np.float32)
    found = PackTowers(BLOCKS_PACK).embed(samples)
    expected = np.stack([s / np.linalg.norm(s) for s in naive_sections(samples)])
    np.testing.assert_allclose(found, expected, atol=1e-6)


def test_whole_sections_go_through_the_graph_one_by_one() -> None:
    towers = PackTowers(WHOLE_PACK)
    samples = np.random.default_rng(1).normal(size=8 + 4 * SECTIONS_A_RUN).astype(np.float32)
    found = towers.embed(samples)
    alone = [towers.embed(section)[0] for section in naive_sections(samples)]
    assert len(found) == SECTIONS_A_RUN + 1
    np.testing.assert_allclose(found, np.stack(alone), atol=1e-4)


def test_a_short_track_is_repeated_until_it_fills_a_section() -> None:
    towers = PackTowers(BLOCKS_PACK)
    short = np.array([1, 2, 3], np.float32)
    np.testing.assert_array_equal(
        towers.embed(short), towers.embed(np.array([1, 2, 3, 1, 2, 3, 1, 2], np.float32))
    )


def test_sections_start_every_hop_and_cover_the_end() -> None:
    assert [section_starts(n, 8, 4) for n in (8, 10, 11, 12, 15)] == [
        [0],
        [0],
        [0, 3],
        [0, 4],
        [0, 4, 7],
    ]


def test_sections_share_the_blocks_that_start_alike() -> None:
    audio, sections = shared_blocks(np.arange(15.0), [0, 4, 7], 8, 2)
    assert audio[:, 0].tolist() == [0, 4, 8, 7, 11]
    assert sections.tolist() == [[0, 1], [1, 2], [3, 4]]


def test_texts_are_unit_vectors_whatever_else_is_asked() -> None:
    towers = PackTowers(WHOLE_PACK)
    found = towers.texts(["calm piano", "a dark chase through the city at night"])
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(found[0], towers.texts(["calm piano"])[0], atol=1e-6)


def test_a_file_is_embedded_once_a_pack(tmp_path: Path) -> None:
    audio = tmp_path / "tune.wav"
    soundfile.write(audio, np.random.default_rng(2).uniform(-1, 1, 20), 8)
    first = Listener(PackTowers(WHOLE_PACK), tmp_path / "cache")
    found = first.sections(audio)
    other = Listener(PackTowers(BLOCKS_PACK), tmp_path / "cache").sections(audio)
    assert not np.allclose(found, other)

    again = Listener(PackTowers(WHOLE_PACK), tmp_path / "cache")
    again.towers.embed = None  # type: ignore[assignment, method-assign]
    np.testing.assert_array_equal(again.sections(audio), found)


def test_missing_audio_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"none\.wav is missing"):
        Listener(PackTowers(WHOLE_PACK), tmp_path).sections(tmp_path / "none.wav")


def test_what_is_no_pack_or_a_changed_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="holds no pack"):
        PackTowers(tmp_path)
    shutil.copytree(WHOLE_PACK, tmp_path, dirs_exist_ok=True)
    (tmp_path / "tokenizer.json").write_text("{}")
    with pytest.raises(PackError, match=r"tokenizer\.json differ from pack\.json"):
        PackTowers(tmp_path)
