"""The paper's findings, checked against our figures; the intervals decide the wording."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from ...measuring.questions import QUESTIONS, Question
from .markdown import Json, figure, named, percent

Verdict = Literal["higher", "lower", "open"]
Differences = Mapping[tuple[str, str, str], Json]
FURTHER = {"variations": "Findings looked into", "lengths": "Few tags and many"}  # sections
MINUS = "\N{MINUS SIGN}"


def findings(results: Json) -> str:
    """A paragraph a finding."""
    found = results.get("table2")
    if found is None:
        return "Not measured yet: findings need the figures of `lab table2`."
    ours = {row["system"]: row["figures"] for row in found["rows"]}
    apart = {(d["figure"], d["ahead"], d["behind"]): d for d in found["differences"]}
    intro = (
        "A difference is measured on the same tracks or queries and stands with its 95 % interval, "
        "in points. The spread of seeds is in it; a system that was trained once is given the mean "
        "spread of those that were trained several times. An "
        "interval with zero in it leaves the question open; it does not say that systems are equal."
    )
    further = [
        f"[{title}](#{title.lower().replace(' ', '-')})"
        for key, title in FURTHER.items()
        if key in results
    ]
    if further:
        intro += f" What a finding hangs on is told under {' and '.join(further)}."
    return "\n\n".join(
        [intro, *(_answered(q, ours, apart, results["paper"]["table2"]) for q in QUESTIONS)]
    )


def verdict(difference: Json | None, allowed: float = 0.0) -> Verdict | None:
    """Whether a system is ahead of another, if the interval says so; None if it is not known.

    With `allowed` it may be that much behind and still count as ahead.
    """
    if difference is None or difference["low"] is None:
        return None
    if difference["low"] > -allowed:
        return "higher"
    return "lower" if difference["high"] < -allowed else "open"


def points(difference: float) -> str:
    """A difference of shares in points, with its sign."""
    return f"{100 * difference:+.1f}".replace("-", MINUS)


def _answered(question: Question, ours: Json, apart: Differences, paper: Json) -> str:
    lines = []
    words = WORDS_WHERE_ALLOWED if question.allowed else WORDS
    counts = {"higher": 0, "lower": 0, "open": 0}
    for ahead, behind in question.pairs:
        difference = apart.get((question.figure, ahead, behind))
        answer = verdict(difference, question.allowed)
        if difference is None or answer is None:
            continue
        counts[answer] += 1
        first, second = (figure(ours.get(one), question.figure) for one in (ahead, behind))
        ends = f"{points(difference['low'])} to {points(difference['high'])}"
        lines.append(
            f"- {named(ahead)} {percent(first)} against {named(behind)} {percent(second)}: "
            f"{points(difference['value'])} ({ends}){_relative(first, second)}, {words[answer]}. "
            f"The paper: {percent(figure(paper.get(ahead), question.figure))} against "
            f"{percent(figure(paper.get(behind), question.figure))}."
        )
    if not lines:
        return f"**{question.claim}.** Not measured yet."
    return f"**{question.claim}** ({question.words}). {_conclusion(counts)}\n\n" + "\n".join(lines)


WORDS = {"higher": "higher", "lower": "lower", "open": "not told apart"}
WORDS_WHERE_ALLOWED = {
    "higher": "no further behind",
    "lower": "further behind",
    "open": "the interval does not tell",
}


def _conclusion(counts: dict[str, int]) -> str:
    if counts["higher"] and not counts["lower"]:
        return "Found here too." if not counts["open"] else "Found here in part."
    if counts["lower"]:
        return (
            "Found for some, the reverse for others."
            if counts["higher"]
            else "The reverse is found."
        )
    return "Left open by these figures."


def _relative(first: float | None, second: float | None) -> str:
    """The same as a share of what it is measured against."""
    if first is None or not second:
        return ""
    return f", {100 * (first / second - 1):+.0f} % of it".replace("-", MINUS)
