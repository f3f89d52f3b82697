"""Building a corpus: whole files, nothing twice, what is unusable is named, kills are survived."""

import dataclasses
import json
import os
import signal
import subprocess
import sys
import time
from collections import namedtuple
from pathlib import Path

import numpy as np
import pytest
import soundfile
from score_files import note, write_score

from needledrop_lab.audio.cache import CacheError
from needledrop_lab.audio.log_mel import FrontEnd
from needledrop_lab.audio.paper_log_mel import PaperFrontEnd
from needledrop_lab.corpus import split_of, synth
from needledrop_lab.corpus.build import Piece, audio_pieces, build, summary
from needledrop_lab.corpus.items import read_items
from needledrop_lab.corpus.midi_sources import ScoreSource
from needledrop_lab.files import DiskFullError

SMALL = FrontEnd(
    sample_rate=800, section_seconds=1, hop_samples=20, mel_bands=6, min_hz=20, max_hz=400
)
PAPER = PaperFrontEnd(
    sample_rate=800, section_seconds=1, fft_size=64, hop_samples=10, mel_bands=4, max_hz=400
)


def toy_data(folder: Path) -> Path:
    """One recorded track, one generated clip without a known word, one composed piece."""
    row = {"title": "T", "genre": "Jazz", "mood": [], "instruments": [], "bpm": 0, "seconds": 2}
    row |= {"file": "t.wav", "description": " "}
    (folder / "macleod.jsonl").write_text(json.dumps(row))
    clip = {"file": "g.wav", "caption": "Qwerty.", "seconds": 2}
    (folder / "noise2music.jsonl").write_text(json.dumps(clip))
    names = ("style", "genres", "moods", "instruments", "uses", "tags", "captions", "sections")
    piece = {name: [] for name in names} | {"id": "polka-1", "style": "polka", "seconds": 2.0}
    piece |= {"tags": ["polka", "guitar", "fast", "unheard-of"], "audio": "p.wav", "arousal": 0.5}
    (folder / "pieces.jsonl").write_text(json.dumps(piece))
    for name in ("t", "g", "p"):
        write_noise(folder / f"{name}.wav", 2)
    return folder


def write_noise(path: Path, seconds: float) -> None:
    noise = np.random.default_rng(len(path.stem)).normal(size=round(800 * seconds)) * 0.1
    soundfile.write(path, noise, 800)


def toy_pieces(folder: Path) -> list[Piece]:
    return audio_pieces(toy_data(folder), [folder])


def contents(folder: Path) -> dict[str, tuple[int, int]]:
    return {
        str(p.relative_to(folder)): (p.stat().st_ino, p.stat().st_size)
        for p in folder.rglob("*")
        if p.is_file()
    }


def test_items_say_all_that_is_known_and_only_that(tmp_path: Path) -> None:
    recorded, generated, composed = (piece.item for piece in toy_pieces(tmp_path))
    assert (recorded.captions, dict(recorded.facts)) == ((), {"style": "jazz"})
    assert recorded.tags == ("jazz",)
    assert (generated.tags, generated.captions) == ((), ("Qwerty.",))
    assert composed.kinds["instrument"] == ("guitar",)
    assert composed.kinds["tempo"] == ("fast",)
    assert composed.kinds["other"] == ("unheard-of",)
    assert composed.facts == {"style": "polka", "arousal": 0.5, "energy": 0.75}


def test_a_corpus_is_a_manifest_and_features_of_every_front_end(tmp_path: Path) -> None:
    out = tmp_path / "out"
    built = build(toy_pieces(tmp_path), [], out, [SMALL, PAPER], jobs=1)
    items = read_items(out / "manifest.jsonl")
    assert [item.id for item in items] == ["recorded-t", "generated-g", "polka-1"]
    assert items == [dataclasses.replace(i, audio=i.audio.resolve()) for i in built.items]
    assert all(item.seconds == 2 and item.audio.exists() for item in items)
    for item in items:
        ours, theirs = (
            np.load(out / folder / f"{item.id}.npy") for folder in ("features", "features-paper")
        )
        assert (ours.dtype, ours.shape) == (np.float16, (79, 6))
        assert (theirs.dtype, theirs.shape) == (np.float16, (161, 4))
    assert json.loads((out / "features" / "front.json").read_text()) == dataclasses.asdict(SMALL)
    assert "composed       1 items" in summary(built)


def test_what_is_there_is_not_made_again_unless_its_audio_is_newer(tmp_path: Path) -> None:
    out = tmp_path / "out"
    pieces = toy_pieces(tmp_path)
    build(pieces, [], out, [SMALL], jobs=1)
    before = contents(out / "features")
    (out / "features" / "x.part.npy").write_bytes(b"half")
    build(pieces, [], out, [SMALL], jobs=1)
    assert contents(out / "features") == before
    later = time.time() + 9
    os.utime(tmp_path / "p.wav", (later, later))
    build(pieces, [], out, [SMALL], jobs=1)
    changed = {name for name, file in contents(out / "features").items() if file != before[name]}
    assert changed == {"polka-1.npy"}


def test_audio_that_cannot_be_heard_is_named_and_left_out(tmp_path: Path) -> None:
    pieces = toy_pieces(tmp_path)
    (tmp_path / "t.wav").write_bytes(b"no music")
    soundfile.write(tmp_path / "g.wav", np.zeros(800), 800)
    (tmp_path / "gone.wav").unlink(missing_ok=True)
    gone = dataclasses.replace(pieces[0].item, id="gone", audio=tmp_path / "gone.wav")
    comma = dataclasses.replace(pieces[2].item, id="comma", kinds={"mood": ("a, b",)})
    built = build([*pieces, Piece(gone), Piece(comma)], [], tmp_path / "out", [SMALL], jobs=1)
    assert [item.id for item in built.items] == ["polka-1"]
    reasons = json.loads((tmp_path / "out" / "skipped.json").read_text())
    assert sorted(reasons) == ["comma", "generated-g", "gone", "recorded-t"]
    assert "t.wav cannot be decoded" in reasons["recorded-t"]
    assert "g.wav holds no sound" in reasons["generated-g"]
    assert "comma" in summary(built)


def test_of_two_folders_with_one_piece_the_first_counts(tmp_path: Path) -> None:
    (tmp_path / "second").mkdir()
    data, second = toy_data(tmp_path), toy_data(tmp_path / "second")
    pieces = audio_pieces(data, [data, second])
    assert [piece.item.audio for piece in pieces][-1] == tmp_path / "p.wav"
    assert len(pieces) == 3


def test_a_folder_may_be_for_testing_alone(tmp_path: Path) -> None:
    (tmp_path / "second").mkdir()
    data, second = toy_data(tmp_path), toy_data(tmp_path / "second")
    ours = json.loads((data / "pieces.jsonl").read_text())
    rows = [ours | {"id": f"{style}-7", "style": style} for style in ("polka", "rock", "waltz")]
    (second / "pieces.jsonl").write_text("\n".join(map(json.dumps, [ours, *rows])))
    pieces = audio_pieces(data, [data], [second])
    splits = {piece.item.id: piece.item.split for piece in pieces}
    assert splits["polka-1"] == "train"  # known already, so not held out
    assert [splits[f"{style}-7"] for style in ("polka", "rock", "waltz")] == ["test"] * 3


def test_features_of_other_numbers_are_not_mixed(tmp_path: Path) -> None:
    pieces = toy_pieces(tmp_path)
    build(pieces, [], tmp_path / "out", [SMALL], jobs=1)
    other = dataclasses.replace(SMALL, mel_bands=5)
    with pytest.raises(CacheError, match="other mel_bands; name another --out"):
        build(pieces, [], tmp_path / "out", [other], jobs=1)


def test_a_full_disk_is_seen_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("shutil.disk_usage", lambda path: usage(9, 9, 0))
    with pytest.raises(DiskFullError, match="MiB are needed"):
        build(toy_pieces(tmp_path), [], tmp_path / "out", [SMALL], jobs=1)
    assert not (tmp_path / "out" / "manifest.jsonl").exists()
    assert not list((tmp_path / "out").rglob("*.npy"))


def test_a_killed_build_leaves_whole_files_and_is_gone_on_with(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    data = toy_data(tmp_path)
    row = json.loads((data / "pieces.jsonl").read_text())
    names = [f"polka-{n}" for n in range(150)]
    rows = [row | {"id": name, "audio": f"{name}.wav"} for name in names]
    (corpus / "pieces.jsonl").write_text("\n".join(map(json.dumps, rows)))
    for name in names:
        write_noise(corpus / f"{name}.wav", 2)
    out = tmp_path / "out"
    folders = ["--data", str(data), "--composed", str(corpus), "--out", str(out)]
    command = [sys.executable, "-m", "needledrop_lab", "corpus", "build", *folders]
    running = subprocess.Popen([*command, "--threads", "1"])
    while running.poll() is None and len(list(out.glob("features/*.npy"))) < 3:
        time.sleep(0.005)
    running.send_signal(signal.SIGKILL)
    assert running.wait() == -signal.SIGKILL
    assert not (out / "manifest.jsonl").exists()
    kept = {p: p.stat().st_ino for p in out.glob("features/*.npy") if ".part." not in p.name}
    assert 0 < len(kept) < 150
    assert all(np.load(path).shape == (499, 64) for path in kept)  # 2 s fill a section of 10
    subprocess.run([*command, "--threads", "2"], check=True)
    assert len(read_items(out / "manifest.jsonl")) == 152
    assert {path: path.stat().st_ino for path in kept} == kept
    assert not list(out.rglob("*.part*"))


def toy_score(folder: Path) -> ScoreSource:
    path = write_score(folder / "a.mid", [*note(0, 60), *note(1, 64), *note(2, 67)])
    group = next(name for name in "abcdefgh" if split_of(name) == "train")
    return ScoreSource("mutopia-a", "mutopia", group, path)


def fonts_or_skip() -> dict[str, Path]:
    try:
        return synth.find_fonts()
    except synth.SynthError as error:
        pytest.skip(f"no rendering here: {error}")


def test_scores_become_audio_in_every_font(tmp_path: Path) -> None:
    fonts = fonts_or_skip()
    out = tmp_path / "out"
    empty = ScoreSource("empty", "mutopia", "e", write_score(tmp_path / "e.mid", []))
    built = build([], [toy_score(tmp_path), empty], out, [FrontEnd()], jobs=1)
    items = read_items(out / "manifest.jsonl")
    assert [item.id for item in items] == [f"mutopia-a-{font}" for font in fonts]
    for item in items:
        samples, rate = soundfile.read(item.audio)
        assert (rate, samples.ndim) == (16_000, 1)
        assert np.abs(samples).max() == pytest.approx(0.9, abs=0.01)
        assert item.seconds == pytest.approx(len(samples) / rate)
        assert 1.5 < item.seconds < 8
    assert [one.id for one in built.skipped] == ["empty"]
    assert {p.suffix for p in (out / "audio").iterdir()} == {".flac"}
    line = json.loads((out / "manifest.jsonl").read_text().splitlines()[0])
    assert line["audio"] == f"audio/{items[0].id}.flac"


def test_silence_after_the_last_note_is_cut_off_and_so_is_what_is_too_long() -> None:
    sound = np.concatenate([np.full(100, 0.5), np.zeros(50), np.full(10, 0.1), np.full(80, 1e-5)])
    assert np.array_equal(synth.until_silence(sound), sound[:160])
    assert len(synth.until_silence(np.ones(70 * synth.RATE))) == 62 * synth.RATE
    assert len(synth.until_silence(np.zeros(9))) == 0


def test_a_rendering_that_hangs_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "fluidsynth"
    program.write_text("#!/bin/sh\nexec sleep 60\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(synth, "TIME_OUT", 0.2)
    rendering = synth.Rendering(toy_score(tmp_path).midi, Path("font.sf2"))
    with pytest.raises(synth.MidiError, match=r"a\.mid cannot be rendered .*timed out"):
        synth.render(rendering, tmp_path / "a.flac")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.mid", "fluidsynth"]


def test_a_missing_synthesiser_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(synth.SynthError, match="install it"):
        build([], [toy_score(tmp_path)], tmp_path / "out", [SMALL], jobs=1)
