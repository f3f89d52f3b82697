"""The demo: what it finds beside a naive twin, what its page shows, what it refuses."""

import dataclasses
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
import torch
from run_toys import SETTINGS, toy_items, toy_plan

from needledrop_lab.__main__ import main
from needledrop_lab.audio.cache import features_of
from needledrop_lab.audio.log_mel import AudioError
from needledrop_lab.audio.paper_log_mel import PaperFrontEnd
from needledrop_lab.corpus.pool import pool_of
from needledrop_lab.model.pretrained import minilm_tokenizer
from needledrop_lab.model.towers.music_transformer import MusicTransformerShape
from needledrop_lab.model.two_towers import Language
from needledrop_lab.reporting.demo.originals import Original, OriginalsError, read_originals
from needledrop_lab.reporting.demo.page import page
from needledrop_lab.reporting.demo.search import (
    QUERIES,
    SYSTEMS,
    Answer,
    Hit,
    answers,
    best_of,
    demo_runs,
)
from needledrop_lab.reporting.report.demo import demo
from needledrop_lab.reporting.results import read
from needledrop_lab.training.errors import RunError
from needledrop_lab.training.loop import train_run
from needledrop_lab.training.trained import Trained, load_run

CPU = torch.device("cpu")
NASTY = "Rock & <b>\"Roll\"</b> | 'n'"
RATE = 16  # samples a second of the made-up music: twice what the toy front-end hears


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Finished toy runs of the three systems with the tokenizer of real runs, one of them with the
    paper's audio tower."""
    folder, tokenizer = tmp_path_factory.mktemp("demo"), minilm_tokenizer()
    pool = pool_of(toy_items(folder))
    settings: dict[str, object] = {
        "bert": dataclasses.replace(SETTINGS.bert, vocabulary=tokenizer.get_vocab_size()),
        "front": dataclasses.replace(SETTINGS.front, section_seconds=2),
        "steps": 4,
        "valid_every": 2,
    }
    shape = MusicTransformerShape(
        mel_bands=8, channels=4, convolutions=2, width=16, inner=16, depth=1, heads=2, dropout=0.0
    )
    paper = PaperFrontEnd(sample_rate=8, section_seconds=1, fft_size=4, hop_samples=2, mel_bands=8)
    theirs = settings | {
        "audio": "music-transformer",
        "music_transformer": shape,
        "paper_front": paper,
    }
    for system in SYSTEMS:
        own = theirs if system == "contrastive-bert-sentence" else settings
        plan = toy_plan(system, folder / "features", **own)
        language = Language(tokenizer, None, pretrained=False)
        train_run(plan, pool, language, folder / "runs", CPU)
    return folder / "runs"


@pytest.fixture
def originals(tmp_path: Path) -> Path:
    """Seven made-up tracks of 0.75 to 6.75 seconds; a section has two."""
    folder, noise = tmp_path / "made up", np.random.default_rng(2)
    (folder / "audio").mkdir(parents=True)
    rows = []
    for number in range(7):
        samples = noise.normal(0, 0.1, size=(round((0.75 + number) * RATE), 2))
        soundfile.write(folder / f"audio/t{number}.wav", samples, RATE)
        row = {"id": f"t{number}", "title": f"{NASTY} {number}", "style": "<i>folk</i>"}
        tags = ["banjo", "bass", "jazz", "<u>calm</u>"]
        rows.append({**row, "file": f"audio/t{number}.wav", "tags": tags, "seconds": 0.75 + number})
    write_tracks(folder, rows)
    return folder


def write_tracks(folder: Path, rows: list[dict[str, Any]]) -> None:
    (folder / "tracks.json").write_text(json.dumps({"tracks": rows}))


def loaded(runs: Path) -> list[Trained]:
    return [load_run(run.folder, runs, Path("none"), CPU) for run in demo_runs(runs)]


def arguments(runs: Path, originals: Path, out: Path) -> list[str]:
    given = {"data": out, "runs": runs, "originals": originals, "folder": out / "docs/demo"}
    given["results"] = out / "results.json"
    return ["demo", "--threads", "1", *(f"--{name}={path}" for name, path in given.items())]


@torch.no_grad()
def naive_answer(run: Trained, tracks: list[Original], query: str) -> list[tuple[str, float]]:
    """Ids and start seconds: every section of every track by itself, all sorted by their cosine."""
    settings, asked = run.plan.settings, run.towers.embed_text([query])[0]
    ours = settings.audio == "compact"
    front = settings.front if ours else settings.paper_front
    frames, half = (7, 4) if ours else (5, 3)  # of a section, a quarter second each
    heard = []
    for track in tracks:
        features = features_of(track.audio, front)
        left = len(features) - frames
        for start in range(left + 1):
            if start % half == 0 or (start == left and left % half > half / 2):
                section = torch.from_numpy(features[start : start + frames])[None]
                cosine = torch.cosine_similarity(run.towers.embed_audio(section)[0], asked, dim=0)
                heard.append((cosine.item(), track.id, start / 4))
    first: dict[str, float] = {}
    for _, name, start_second in sorted(heard, key=lambda one: -one[0]):
        first.setdefault(name, start_second)
    return list(first.items())[:3]


def test_the_best_tracks_and_sections_are_those_of_the_naive_twin(
    runs: Path, originals: Path
) -> None:
    trained, tracks = loaded(runs), read_originals(originals)
    given = answers(trained, tracks, tuple(QUERIES))
    assert [(one.query, one.system) for one in given] == [(q, s) for q in QUERIES for s in SYSTEMS]
    for answer, run in zip(given, [*trained, *trained, *trained], strict=True):
        found = [(hit.track.id, hit.start) for hit in answer.hits]
        assert found == naive_answer(run, tracks, answer.query)
        length = 1 if answer.system == "contrastive-bert-sentence" else 2
        assert all(hit.end == min(hit.start + length, hit.track.seconds) for hit in answer.hits)
    assert len({hit.track.id for answer in given for hit in answer.hits}) > 3
    assert any(hit.start > 0 for answer in given for hit in answer.hits)


def test_equal_cosines_go_by_the_tracks_ids() -> None:
    tracks = [Original(name, name, "", 9, (), Path(name)) for name in "dacb"]
    hits = [Hit(track, 0, 1, 0.5 if track.id != "d" else 0.6) for track in tracks]
    assert "".join(hit.track.id for hit in best_of(hits)) == "dab"


class Page(HTMLParser):
    """Collects elements as a reader of the page meets them, and notes those left open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self.open[-1], data.strip()))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def test_the_command_writes_the_page_and_its_answers(
    runs: Path, originals: Path, tmp_path: Path
) -> None:
    (tmp_path / "results.json").write_text('{"other": 1}')
    main(arguments(runs, originals, tmp_path))
    value = read(tmp_path / "results.json")["demo"]
    assert read(tmp_path / "results.json")["other"] == 1
    assert value["systems"] == [{"system": system, "seed": 1} for system in SYSTEMS]
    assert value["queries"] == list(QUERIES)
    text = (tmp_path / "docs/demo/index.html").read_text("utf-8")
    shown = Page(text)
    assert shown.open == []
    hits = [track for row in value["rows"] for track in row["tracks"]]
    assert len(hits) == 27 and hits[0].keys() == {"id", "title", "style", "start", "cosine"}
    for audio, hit in zip(shown.all("audio"), hits, strict=True):
        assert audio["preload"] == "none" and "controls" in audio
        assert audio["src"] == f"../../made%20up/audio/{hit['id']}.wav#t={hit['start']:g}"
        assert (audio["aria-label"] or "").startswith(f"{hit['title']}, from 0:0")
    assert [t for tag, t in shown.texts if tag == "h2"] == [f"“{query}”" for query in QUERIES]
    assert [t for tag, t in shown.texts if tag == "h3"] == ["Tag", "Sentence", "Stochastic"] * 3
    assert value["machine"] not in text and str(tmp_path) not in text
    assert not shown.all("script") and not re.search(r"(src|href)=\"(https?:|//|/)", text)


def test_what_comes_from_files_is_escaped(originals: Path, tmp_path: Path) -> None:
    tracks = read_originals(originals)
    hits = tuple(Hit(track, 0.5, 1.5, 0.25) for track in tracks[1:4])
    shown = Page(page([Answer("banjo", "contrastive-bert-tag", hits)], 7, tmp_path))
    assert not [tag for tag, _ in shown.elements if tag in ("b", "u")]
    spans = [t for tag, t in shown.texts if tag == "span"]
    assert f"{NASTY} 1" in " ".join(spans)
    assert ("p", "<i>folk</i>, from 0:00 of 0:01") in shown.texts
    assert any(tag == "p" and "<u>calm</u>" in text for tag, text in shown.texts)


def test_tags_that_the_query_names_are_marked(originals: Path, tmp_path: Path) -> None:
    hits = (Hit(read_originals(originals)[1], 0, 1, 0.25),)
    marked = {}
    for query in QUERIES:
        shown = Page(page([Answer(query, "contrastive-bert-tag", hits)], 7, tmp_path))
        marked[query] = [t for tag, t in shown.texts if tag == "mark" and t != "marked"]
    one, several, free = QUERIES
    assert marked[one] == ["banjo", "banjo"]  # in sight, and among all tags
    assert marked[several] == ["bass", "jazz"] * 2
    assert marked[free] == []


def test_a_missing_run_is_named_with_how_to_make_it(runs: Path, tmp_path: Path) -> None:
    (tmp_path / "contrastive-bert-tag-seed1").symlink_to(runs / "contrastive-bert-tag-seed1")
    with pytest.raises(RunError) as caught:
        demo_runs(tmp_path)
    words = str(caught.value)
    assert "of contrastive-bert-sentence, contrastive-bert-stochastic;" in words
    assert "`lab train contrastive-bert-sentence " in words


@pytest.mark.parametrize("content", [None, b"no audio"])
def test_a_track_that_cannot_be_heard_is_named_and_nothing_written(
    runs: Path, originals: Path, tmp_path: Path, content: bytes | None
) -> None:
    broken = originals / "audio/t4.wav"
    broken.unlink()
    if content is not None:
        broken.write_bytes(content)
    with pytest.raises(AudioError, match=r"audio/t4\.wav cannot be decoded"):
        answers(loaded(runs), read_originals(originals), ["banjo"])
    with pytest.raises(SystemExit, match=r"lab demo: .*audio/t4\.wav cannot be decoded"):
        main(arguments(runs, originals, tmp_path))
    assert not (tmp_path / "docs").exists() and not (tmp_path / "results.json").exists()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"title": None}, "title of t0 is None"),
        ({"tags": ["calm", 7]}, "tags of t0 is 7"),
        ({"seconds": 0}, "t0 is 0.0 seconds long"),
        ({"file": "../elsewhere.wav"}, "is outside the folder"),
    ],
)
def test_tracks_that_break_the_rules_are_refused(
    originals: Path, change: dict[str, Any], words: str
) -> None:
    (row, *_) = json.loads((originals / "tracks.json").read_text())["tracks"]
    write_tracks(originals, [{**row, **change}])
    with pytest.raises(OriginalsError, match=words):
        read_originals(originals)


@pytest.mark.parametrize("text", ["", "[]", '{"tracks": 3}', '{"tracks": []}', '{"tracks": [{}]}'])
def test_a_file_that_is_no_list_of_tracks_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "tracks.json").write_text(text)
    with pytest.raises(OriginalsError, match=r"tracks\.json .*npm run originals"):
        read_originals(tmp_path)


def test_the_report_lists_the_answers_and_links_the_page(
    runs: Path, originals: Path, tmp_path: Path
) -> None:
    main(arguments(runs, originals, tmp_path))
    main(["report", f"--results={tmp_path / 'results.json'}", f"--out={tmp_path / 'results.md'}"])
    text = (tmp_path / "results.md").read_text("utf-8")
    value = read(tmp_path / "results.json")["demo"]
    assert f"## Demo\n\n{demo(value)}" in text and "](demo/index.html)" in text
    lines = [line for line in text.splitlines() if "Contrastive, BERT" in line]
    assert [line.split(" | ")[0].split(":")[0] for line in lines[-9:]] == [
        f"| {query}" for query in QUERIES for _ in SYSTEMS
    ]
    first = value["rows"][0]["tracks"][0]
    title = first["title"].replace("|", "\\|")
    assert f" | {title} (<i>folk</i>, {first['start']:g} s) | " in text
