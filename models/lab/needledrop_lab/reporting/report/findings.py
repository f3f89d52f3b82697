"""The paper's findings, checked against our figures; the confidence intervals decide."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from ...measuring.questions import QUESTIONS, Question
from .markdown import Json, figure, named, percent

Verdict = Literal["higher", "lower", "open"]
Differences = Mapping[tuple[str, str, str], Json]
FURTHER = {  # sections
    "variations": "What the findings depend on",
    "lengths": "Number of tags in a query",
}
MINUS = "\N{MINUS SIGN}"


def findings(results: Json) -> str:
    """One paragraph per finding."""
    found = results.get("table2")
    if found is None:
        return "Not measured yet: findings need the figures of `lab table2`."
    ours = {row["system"]: row["figures"] for row in found["rows"]}
    apart = {(d["figure"], d["ahead"], d["behind"]): d for d in found["differences"]}
    intro = (
        "Each difference is measured on the same tracks or queries and given in points with its "
        "95 % confidence interval (CI), which includes the spread between seeds; a system trained "
        "with one seed gets the mean spread of those trained with several. If an interval contains "
        "zero, the question stays open; it does not mean that the systems are equal."
    )
    further = [
        f"[{title}](#{title.lower().replace(' ', '-')})"
        for key, title in FURTHER.items()
        if key in results
    ]
    if further:
        intro += f" See also {' and '.join(further)}."
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
        outcome = ", ".join(filter(None, (_relative(first, second), words[answer])))
        lines.append(
            f"- {named(ahead)} {percent(first)} vs. {named(behind)} {percent(second)}: {outcome} "
            f"({points(difference['value'])} points, 95 % CI {ends}). "
            f"Paper: {percent(figure(paper.get(ahead), question.figure))} vs. "
            f"{percent(figure(paper.get(behind), question.figure))}."
        )
    if not lines:
        return f"**{question.claim}.** Not measured yet."
    return f"**{question.claim}** ({question.words}). {_conclusion(counts)}\n\n" + "\n".join(lines)


WORDS = {"higher": "", "lower": "", "open": "no significant difference"}
WORDS_WHERE_ALLOWED = {
    "higher": "within the margin",
    "lower": "outside the margin",
    "open": "undecided",
}


def _conclusion(counts: dict[str, int]) -> str:
    if counts["higher"] and not counts["lower"]:
        return "Confirmed." if not counts["open"] else "Confirmed in part."
    if counts["lower"]:
        return (
            "Mixed: confirmed for some pairs, reversed for others."
            if counts["higher"]
            else "Reversed."
        )
    return "Undecided."


def _relative(first: float | None, second: float | None) -> str:
    """The difference relative to `second`, with its direction in words."""
    if first is None or not second:
        return ""
    return f"{abs(100 * (first / second - 1)):.0f} % {'higher' if first >= second else 'lower'}"
