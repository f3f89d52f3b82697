"""Build a corpus: render scores, cache features, write the manifest. Goes on after a kill.

OUT/manifest.jsonl   the items (see `items`); written last, whole
OUT/features/        <id>.npy and front.json; features-paper/ likewise
OUT/audio/           rendered scores, 16 kHz mono FLAC
OUT/skipped.json     id -> why it is not in the manifest
"""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, TypeVar

import soundfile
import torch

from ..audio.cache import FOLDERS, Front, bytes_of, cache_features, claim
from ..audio.log_mel import AudioError
from ..errors import LabError
from ..files import need_space, write_json
from .items import Item, check, write_items
from .midi import MidiError, read_score
from .midi_sources import ScoreSource, fonts_for, rendering_of, scored_item
from .sources import composed, generated, recorded
from .synth import RATE, Rendering, find_fonts, render

T = TypeVar("T")
R = TypeVar("R")
REPORT_EVERY = 100  # items
FLAC_BYTES = 2 * RATE  # a second of rendered music, at most


class BuildError(LabError, RuntimeError):
    """A build that cannot go on; says what to do."""


@dataclass(frozen=True)
class Piece:
    """An item, and how its audio is rendered if it does not exist yet."""

    item: Item
    rendering: Rendering | None = None


@dataclass(frozen=True)
class Skipped:
    """Music that is left out."""

    id: str
    reason: str


@dataclass(frozen=True)
class Built:
    """The result of a build."""

    items: list[Item]
    skipped: list[Skipped]


def audio_pieces(data: Path, corpora: Sequence[Path], tests: Sequence[Path] = ()) -> list[Piece]:
    """Everything that is audio already. Of two pieces with one id the first folder's counts.

    Composed pieces of `tests` are all for testing; those of `corpora` are split by their names.
    """
    held = (replace(item, split="test") for folder in tests for item in composed(folder))
    items: dict[str, Item] = {}
    for source in (recorded(data), generated(data), *map(composed, corpora), held):
        for item in source:
            items.setdefault(item.id, item)
    return [Piece(item) for item in items.values()]


def build(
    pieces: Sequence[Piece],
    scores: Sequence[ScoreSource],
    out: Path,
    fronts: Sequence[Front],
    jobs: int,
) -> Built:
    """Write everything named above. `jobs` processes work at a time.

    Raises SynthError, CacheError, DiskFullError or BuildError before or instead of half a corpus.
    """
    fonts = find_fonts() if scores else {}
    audio = out / "audio"
    audio.mkdir(parents=True, exist_ok=True)
    folders = [out / FOLDERS[type(front)] for front in fronts]
    for folder, front in zip(folders, fronts, strict=True):
        claim(folder, front)
    for folder in (audio, *folders):
        for part in folder.glob("*.part.*"):  # of a build that was killed
            part.unlink()
    with _workers(jobs) as apply:
        tasks = [(source, audio, fonts) for source in scores]
        done = [found for planned in apply(_plan, tasks) for found in planned]
        chosen = [*pieces, *(found for found in done if isinstance(found, Piece))]
        need_space(out, round(_missing_bytes(chosen, folders, fronts)))
        work = [(piece, tuple(zip(folders, fronts, strict=True))) for piece in chosen]
        results = list(_reported(apply(_make, work), len(chosen)))
    items = [result for result in results if isinstance(result, Item)]
    skipped = [result for result in (*done, *results) if isinstance(result, Skipped)]
    write_items(out / "manifest.jsonl", [_beside(item, out) for item in items])
    write_json(out / "skipped.json", {one.id: one.reason for one in skipped})
    return Built(items, skipped)


def summary(built: Built) -> str:
    """Items and hours by source and split, then what was skipped and why."""
    counts = Counter((item.source, item.split) for item in built.items)
    hours: defaultdict[str, float] = defaultdict(float)
    for item in built.items:
        hours[item.source] += item.seconds / 3600
    lines = [
        f"{source:10} {sum(counts[source, split] for split in ('train', 'valid', 'test')):5} items "
        f"({counts[source, 'train']} train, {counts[source, 'valid']} valid, "
        f"{counts[source, 'test']} test), {hours[source]:.1f} h"
        for source in dict.fromkeys(item.source for item in built.items)
    ]
    return "\n".join([*lines, *(f"skipped {one.id}: {one.reason}" for one in built.skipped)])


class Apply(Protocol):
    """Like `map`."""

    def __call__(self, function: Callable[[T], R], tasks: Iterable[T], /) -> Iterable[R]: ...


@contextmanager
def _workers(jobs: int) -> Iterator[Apply]:
    """A `map` over `jobs` processes; a single job runs in this one."""
    if jobs == 1:
        yield map
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, context, initializer=_start) as pool:
        try:
            yield pool.map
        except BrokenProcessPool as error:
            raise BuildError(
                "a worker process was killed, perhaps because memory ran out; start again "
                "with fewer --threads; finished work is kept"
            ) from error


def _start() -> None:
    """One thread a process; and no process outlives a parent that was killed."""
    torch.set_num_threads(1)
    parent = multiprocessing.parent_process()

    def follow() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=follow, daemon=True).start()


def _plan(task: tuple[ScoreSource, Path, dict[str, Path]]) -> list[Piece | Skipped]:
    source, audio, fonts = task
    try:
        score = read_score(source.midi)
    except MidiError as error:
        return [Skipped(source.id, str(error))]
    return [
        Piece(scored_item(source, score, audio, name), rendering_of(source, font))
        for name, font in fonts_for(source, fonts).items()
    ]


def _make(task: tuple[Piece, tuple[tuple[Path, Front], ...]]) -> Item | Skipped:
    """Audio and features of one piece, unless they are there. The item with its true length."""
    piece, caches = task
    item = piece.item
    try:
        check(item)
    except ValueError as error:
        return Skipped(item.id, str(error))
    try:
        if piece.rendering is not None and not item.audio.exists():
            render(piece.rendering, item.audio)
        for folder, front in caches:
            cache_features(item.audio, folder / f"{item.id}.npy", front)
        return replace(item, seconds=soundfile.info(item.audio).duration)
    except (AudioError, MidiError) as error:
        return Skipped(item.id, str(error))


def _missing_bytes(
    pieces: Iterable[Piece], folders: Sequence[Path], fronts: Sequence[Front]
) -> float:
    """What the build will write, roughly."""
    total = 0.0
    for piece in pieces:
        item = piece.item
        if piece.rendering is not None and not item.audio.exists():
            total += item.seconds * FLAC_BYTES
        for folder, front in zip(folders, fronts, strict=True):
            if not (folder / f"{item.id}.npy").exists():
                total += bytes_of(item.seconds, front)
    return total


def _beside(item: Item, out: Path) -> Item:
    """Audio of the corpus itself by its place in it, other audio by its whole path."""
    path = item.audio.resolve()
    inside = path.is_relative_to(out.resolve())
    return replace(item, audio=path.relative_to(out.resolve()) if inside else path)


def _reported(results: Iterable[Item | Skipped], total: int) -> Iterator[Item | Skipped]:
    """The results; prints progress now and then."""
    began = time.monotonic()
    for number, result in enumerate(results, start=1):
        if number % REPORT_EVERY == 0:
            spent = time.monotonic() - began
            left = spent / number * (total - number)
            print(f"{number} of {total}, {spent:.0f} s, about {left:.0f} s left", flush=True)
        yield result
