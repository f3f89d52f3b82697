"""What the findings depend on: the same comparisons with one condition changed."""

from __future__ import annotations

from collections.abc import Iterator

from ...measuring.questions import QUESTIONS
from .findings import points
from .markdown import Json, figure, named, percent, provenance, table

INTRO = (
    "The comparisons above, with one condition changed. The first row of each comparison repeats "
    "the table's. Another corpus has other queries, so compare differences, not rows. A system "
    "trained with one seed gets the table's spread between seeds."
)


def variations(results: Json) -> str:
    """One row for every comparison and condition; `results` holds `table2` and `variations`."""
    varied: Json = results["variations"]
    conditions = {"as above": results.get("table2"), **varied}
    asked = {
        (q.figure, *pair): q.words.split(",")[0]
        for q in QUESTIONS
        for pair in q.pairs
        if any(_of(each, (q.figure, *pair)) for each in varied.values())
    }
    rows = [
        row
        for key, words in asked.items()
        for condition, each in conditions.items()
        for row in _row(key, words, condition, each)
    ]
    heading = ["Compared", "Condition", "Tags per query", "First", "Second", "Difference"]
    reasons = [f"- {name}: {each['why']} {provenance(each)}" for name, each in varied.items()]
    return "\n\n".join([INTRO, table(heading, rows), "\n".join(reasons)])


def _row(key: tuple[str, str, str], words: str, condition: str, found: Json) -> Iterator[list[str]]:
    difference = _of(found, key)
    if difference is None:
        return
    name, *systems = key
    own = {row["system"]: row["figures"] for row in found["rows"]}
    apart = points(difference["value"])
    if difference["low"] is not None:
        apart += f" ({points(difference['low'])} to {points(difference['high'])})"
    yield [
        f"{words}: {' vs. '.join(map(named, systems))}",
        condition,
        str(found["tagsPerPair"]),
        *(percent(figure(own[system], name)) for system in systems),
        apart,
    ]


def _of(found: Json | None, key: tuple[str, str, str]) -> Json | None:
    """The difference between two systems, if it was measured there."""
    for each in [] if found is None else found["differences"]:
        if (each["figure"], each["ahead"], each["behind"]) == key:
            return dict(each)
    return None
