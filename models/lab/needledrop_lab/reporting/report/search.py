"""The product's own search: scenes, negations, typing errors, filters, order on all devices.

The figures come from `npm run evaluate`, which searches with the engine and needs no Python.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .markdown import DASH, Json, decimals, figure, interval, percent, table

SYSTEMS = {  # any other system is shown by its own name
    "product": "Needledrop",
    "product, plain words": "Needledrop, without understanding",
    "bm25": "BM25 on tags",
    "all-MiniLM-L6-v2": "all-MiniLM-L6-v2 on tags",
    "random": "Random order",
}
NDCG = "ndcgAt10"


def search(found: Json) -> str:
    """One part after the other; a part that was not measured is left out."""
    parts = [f"Made by `{found['command']}` with {found['pack']}."]
    for key, render in PARTS.items():
        if key in found:
            parts += render(found[key])
    return "\n\n".join(parts)


def _scenes(pools: Json) -> list[str]:
    """For each pool of tracks, one row per system: means over scenes, then nDCG by register."""
    parts = [
        "### Scenes of unseen kinds",
        "Descriptions of scenes whose kinds nothing was trained on. Tracks are graded by their "
        "tags. 1: mood, genre or use agrees with what fits the scene. 2: so do more than half of "
        "the kinds of tags that the track's catalogue has. 3: so do three quarters of them, with "
        "two of mood, genre and use. 0: nothing agrees, or the scene avoids a tag of the track. "
        "Figures are means over scenes with 95 % intervals (bootstrap over scenes). BM25 and "
        "MiniLM read the tags that relevance is judged by; Needledrop reads them where it has no "
        "audio. Texts with typing errors are worded like keywords and often name music, so their "
        "nDCG over that of the same scene's other texts can be above 1.",
    ]
    for name, pool in pools.items():
        counts = ", ".join(
            f"{count:.1f} of grade {grade}" for grade, count in enumerate(pool["grades"])
        )
        registers = list(pool["rows"][0]["registers"])
        parts += [
            f"**{name}**: {pool['tracks']} tracks, {pool['scenes']} scenes, {pool['texts']} texts. "
            f"Tracks per scene: {counts}. Scenes without a track of grade 2: "
            f"{pool['scenesWithoutGoodTracks']}; they count as 0.",
            table(
                ["", "nDCG@10", "Needledrop is ahead by", "P@5", "With typing errors, ratio"],
                [
                    [
                        _named(row["system"]),
                        *(
                            _within(row, key)
                            for key in (NDCG, "behind", "precisionAt5", "typoRatio")
                        ),
                    ]
                    for row in pool["rows"]
                ],
            ),
            table(
                ["nDCG@10 by register", *registers],
                [
                    [
                        _named(row["system"]),
                        *(decimals(row["registers"][name]) for name in registers),
                    ]
                    for row in pool["rows"]
                ],
            ),
        ]
    return parts


def _negations(found: Json) -> list[str]:
    rows = [
        [name, percent(found[f"{key}Before"]), percent(found[f"{key}After"])]
        for name, key in (("With an unwanted tag", "unwanted"), ("With a wanted tag", "wanted"))
    ]
    return [
        "### Negations",
        f"{found['pairs']} descriptions without and with a negation: tracks among the first ten, "
        "per cent. The search reads tags, too.",
        table(["Tracks", "Description", "With its negation"], rows),
    ]


def _untagged(found: Json) -> list[str]:
    return ["The same on an index without tags:", _negations(found)[-1]]


def _typos(found: Json) -> list[str]:
    rows = [
        [str(row["errors"]), _within(row, "withUnderstanding"), _within(row, "without")]
        for row in found["rows"]
    ]
    return [
        "### Typing errors",
        f"{found['words']} words of the vocabulary, misspelled: the share of the right spelling's "
        "first ten tracks that the misspelling finds.",
        table(["Errors", "Needledrop", "Without understanding"], rows),
    ]


def _filters(found: Json) -> list[str]:
    names = {"fit": "Fit the filter", "break": "Do not fit", "unknown": "Not known"}
    rows = [
        [name, percent(found["withUnderstanding"][key]), percent(found["without"][key])]
        for key, name in names.items()
    ]
    return [
        "### Filters",
        f"{found['queries']} queries that ask for a tempo, a length or no vocals: tracks among the "
        "first ten, per cent.",
        table(["Tracks", "Needledrop", "Without understanding"], rows),
    ]


def _order(found: Json) -> list[str]:
    text = f"{found['queries']} queries under Node: `{found['sha256'][:16]}`."
    rows = [
        [row["device"], str(row["sameFirst10"]), str(row["sameFirst50"])] for row in found["rows"]
    ]
    header = ["Chromium", "Same first 10", f"Same first {found['places']}"]
    compared = [table(header, rows)] if rows else ["Not compared with a browser."]
    return ["### The same order everywhere", text, *compared]


def _within(row: Json, key: str) -> str:
    """A figure with its interval."""
    value = figure(row, key)
    return DASH if value is None else f"{decimals(value)} ({interval(row, key, decimals)})"


def _named(system: str) -> str:
    return SYSTEMS.get(system, system)


PARTS: dict[str, Callable[[Json], Sequence[str]]] = {
    "scenes": _scenes,
    "negations": _negations,
    "untaggedNegations": _untagged,
    "typos": _typos,
    "filters": _filters,
    "order": _order,
}
