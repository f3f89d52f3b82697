import json
import os
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("matplotlib", reason="the extra `figures` is not installed")

from needledrop_lab.reporting.figures.curves import draw_curves
from needledrop_lab.reporting.figures.gaps import gaps
from needledrop_lab.reporting.figures.spaces import Space, draw_spaces, laid_out
from needledrop_lab.training.folders import FinishedRun


def naive_gaps(tags: np.ndarray, captions: np.ndarray, audio: np.ndarray) -> dict[str, list[float]]:
    def cosine(a: np.ndarray, b: np.ndarray) -> float:
        return float(a @ b / np.sqrt((a @ a) * (b @ b)))

    def pairs(some: np.ndarray) -> list[float]:
        return [cosine(a, b) for i, a in enumerate(some) for b in some[i + 1 :]]

    return {
        "tagTag": pairs(tags),
        "captionCaption": pairs(captions),
        "captionAudio": [cosine(a, b) for a in captions for b in audio],
        "matching": [cosine(a, b) for a, b in zip(captions, audio, strict=True)],
    }


def test_gaps_are_those_of_their_naive_twin() -> None:
    random = np.random.default_rng(0)
    tags, captions, audio = (random.normal(size=(n, 3)) for n in (5, 8, 8))
    found = gaps(tags, captions, audio)
    for name, cosines in naive_gaps(tags, captions, audio).items():
        assert found[name]["mean"] == pytest.approx(np.mean(cosines)), name
        assert found[name]["deviation"] == pytest.approx(np.std(cosines)), name


def test_collapsed_captions_are_seen_in_the_gaps() -> None:
    found = gaps(np.eye(4), np.ones((4, 4)), np.eye(4))
    assert found["captionCaption"] == pytest.approx({"mean": 1, "deviation": 0})
    assert found["tagTag"] == pytest.approx({"mean": 0, "deviation": 0})


@pytest.mark.skipif(
    "NEEDLEDROP_SLOW" not in os.environ, reason="compiles for a minute: set NEEDLEDROP_SLOW"
)
def test_a_space_is_laid_out_in_one_fit_and_again_the_same() -> None:
    pytest.importorskip("umap", reason="the extra `figures` is not installed")
    random = np.random.default_rng(0)
    near, far = np.array([8.0, 0, 0, 0]), np.array([0, 8.0, 0, 0])
    audio, captions = (near + random.normal(size=(20, 4)) for _ in range(2))
    space = Space(audio, captions, far + random.normal(size=(20, 4)))
    flat, again = laid_out(space), laid_out(space)
    assert [part.shape for part in (flat.audio, flat.captions, flat.tags)] == [(20, 2)] * 3
    assert (flat.tags == again.tags).all()
    centre = {name: getattr(flat, name).mean(axis=0) for name in ("audio", "captions", "tags")}
    to_captions = np.linalg.norm(centre["audio"] - centre["captions"])
    assert to_captions < np.linalg.norm(centre["audio"] - centre["tags"]) / 2


def test_spaces_are_drawn_with_those_missing_left_empty(tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    flat = Space(*(random.normal(size=(9, 2)) for _ in range(3)))
    draw_spaces({}, tmp_path / "none.png")
    draw_spaces({"contrastive-bert-stochastic": flat}, tmp_path / "new" / "one.png")
    empty, drawn = ((tmp_path / name).read_bytes() for name in ("none.png", "new/one.png"))
    assert drawn[:8] == b"\x89PNG\r\n\x1a\n"
    assert drawn != empty


def test_curves_are_drawn_the_same_each_time(tmp_path: Path) -> None:
    runs = []
    for system in ("classification", "triplet-wordvec-tag", "contrastive-bert-stochastic"):
        folder = tmp_path / system
        folder.mkdir()
        points = [{"step": s, "train": 1.0, "valid": 1 / s, "seconds": 1.0} for s in (1, 2, 3)]
        (folder / "curve.jsonl").write_text("".join(f"{json.dumps(p)}\n" for p in points))
        runs.append(FinishedRun(folder, system, 1, {}))
    for name in ("once.svg", "again.svg"):
        draw_curves(runs, tmp_path / name)
    once = (tmp_path / "once.svg").read_text()
    assert once == (tmp_path / "again.svg").read_text()
    assert once.count('<path d="') > 3 and "dc:date" not in once
