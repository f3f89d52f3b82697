"""The probe hears what is there to be heard, and nothing where there is nothing."""

import json
from pathlib import Path

import numpy as np
import pytest
import soundfile

from needledrop_lab.measuring.composed import (
    FRONT,
    area_within,
    folds,
    load_pieces,
    probe_instruments,
    probe_styles,
    run_probe,
    statistics,
)

RATE = 16_000


def toy_corpus(folder: Path, pieces: int = 10) -> Path:
    """A low style and a high one; every second piece has a flute, a tone of its own."""
    (folder / "audio").mkdir(parents=True)
    random = np.random.default_rng(5)
    time = np.arange(RATE * 10) / RATE
    rows = []
    for number in range(pieces * 2):
        style, flute = ("low", "high")[number % 2], number // 2 % 2 == 0
        audio = np.sin(2 * np.pi * (150 if style == "low" else 1200) * time)
        audio = audio + (0.5 * np.sin(2 * np.pi * 3000 * time) if flute else 0)
        audio = 0.2 * (audio + 0.05 * random.normal(size=len(time)))
        name = f"audio/p{number}.flac"
        soundfile.write(folder / name, audio, RATE)
        rows.append({"audio": name, "style": style, "instruments": ["flute"] if flute else []})
    (folder / "pieces.jsonl").write_text("\n".join(json.dumps(row) for row in rows) + "\n")
    return folder


def test_what_is_heard_is_found(tmp_path: Path) -> None:
    run_probe([toy_corpus(tmp_path / "a"), toy_corpus(tmp_path / "b")], tmp_path / "probe.json")
    result = json.loads((tmp_path / "probe.json").read_text())
    assert result["pieces"] == 40
    assert result["style"]["accuracy"] == 1
    assert result["style"]["confusions"] == []
    assert result["instrument"]["byName"] == {
        "flute": {"rocAuc": 1, "withinStyle": 1, "pieces": 20}
    }


def test_what_is_not_heard_is_not_found() -> None:
    random = np.random.default_rng(1)
    styles = np.array(["a", "b", "c", "d"] * 60)
    features = random.normal(size=(240, 12))
    found = probe_styles(features, styles)
    assert found["accuracy"] < 0.4
    assert sum(pair["pieces"] for pair in found["confusions"]) == round(
        240 * (1 - found["accuracy"])
    )
    labels = [frozenset(["oboe"] if flag else []) for flag in random.random(240) < 0.4]
    area = probe_instruments(features, styles, labels)["macroRocAuc"]
    assert 0.35 < area < 0.65


def test_a_style_that_is_taken_for_another_is_named_first() -> None:
    styles = np.array(["same", "alike", "other"] * 30)
    features = np.random.default_rng(2).normal(size=(90, 4))
    features[2::3] += 9
    found = probe_styles(features, styles)
    assert list(found["recall"])[-1] == "other"
    assert {found["confusions"][0][key] for key in ("style", "takenFor")} == {"same", "alike"}


def test_guessing_by_style_does_not_count_within_a_style() -> None:
    styles = np.array(["a"] * 40 + ["b"] * 40)
    truth = np.array([True] * 30 + [False] * 10 + [False] * 30 + [True] * 10)
    by_style = np.where(styles == "a", 1.0, 0.0)
    assert area_within(by_style, truth, styles) == 0.5
    assert area_within(truth.astype(float), truth, styles) == 1
    assert np.isnan(area_within(by_style, styles == "a", styles))


def test_rare_instruments_and_those_of_every_piece_are_left_out() -> None:
    labels = [frozenset(["piano", *(["lute"] if n < 19 else [])]) for n in range(60)]
    features = np.random.default_rng(3).normal(size=(60, 3))
    found = probe_instruments(features, np.array(["a", "b"] * 30), labels)
    assert found["byName"] == {}
    assert found["macroRocAuc"] is None


def test_every_fold_has_every_style() -> None:
    styles = np.array(["a"] * 5 + ["b"] * 25)
    assert all((styles[asked] == "a").sum() == 1 for _, asked in folds(styles))
    with pytest.raises(SystemExit, match="5 pieces a style; a has 4"):
        folds(styles[1:])


def test_statistics_do_not_hear_gain() -> None:
    power = np.log(np.random.default_rng(4).random((50, FRONT.mel_bands)) + 0.1)
    assert statistics(power).shape == (3 * FRONT.mel_bands,)
    np.testing.assert_allclose(statistics(power), statistics(power + np.log(4)), atol=1e-4)


def test_a_corpus_without_audio_is_refused_and_pieces_not_rendered_yet_are_left_out(
    tmp_path: Path,
) -> None:
    with pytest.raises(SystemExit, match="holds no corpus"):
        load_pieces(tmp_path)
    corpus = toy_corpus(tmp_path / "corpus", 2)
    (corpus / "audio" / "p1.flac").unlink()
    assert len(load_pieces(corpus)) == 3
    for file in (corpus / "audio").iterdir():
        file.unlink()
    with pytest.raises(SystemExit, match="run render first"):
        load_pieces(corpus)
