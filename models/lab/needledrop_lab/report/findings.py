"""The paper's findings, asked of our figures: said in words that the intervals decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from .markdown import Json, figure, interval, named, percent

Verdict = Literal["higher", "lower", "open"]


@dataclass(frozen=True)
class Question:
    """A finding of the paper: a figure in which some systems are said to be ahead of others.

    `pairs` are (ahead, behind); `allowed` is how far the one said to be ahead may stand back.
    """

    claim: str
    figure: str
    words: str
    pairs: Sequence[tuple[str, str]]
    allowed: float = 0.0


def _each(pattern: str, sides: Sequence[str], ahead: str, behind: str) -> list[tuple[str, str]]:
    return [(pattern.format(side, ahead), pattern.format(side, behind)) for side in sides]


SIDES = ("triplet-wordvec", "triplet-bert", "contrastive-bert")
REPRESENTATIONS = ("tag", "sentence", "stochastic")
QUESTIONS = (
    Question(
        "(a) Stochastic text finds sentences better than training on sentences",
        "recallAt10",
        "R@10 of sentences",
        _each("{}-{}", SIDES, "stochastic", "sentence"),
    ),
    Question(
        "(b) Stochastic text finds tags nearly as well as training on single tags",
        "rocAucAll",
        "ROC-AUC over all tags, at most 1.5 points behind",
        _each("{}-{}", SIDES, "stochastic", "tag"),
        allowed=0.015,
    ),
    Question(
        "(c) Training on sentences loses tags against training on single tags",
        "rocAucAll",
        "ROC-AUC over all tags",
        _each("{}-{}", SIDES, "tag", "sentence"),
    ),
    Question(
        "(d) A contrastive objective finds sentences it never saw better than a triplet one",
        "recallAt10",
        "R@10 of sentences",
        [(f"contrastive-bert-{r}", f"triplet-bert-{r}") for r in REPRESENTATIONS],
    ),
    Question(
        "(e) BERT understands sentences better than word vectors",
        "recallAt10",
        "R@10 of sentences",
        [(f"triplet-bert-{r}", f"triplet-wordvec-{r}") for r in REPRESENTATIONS],
    ),
)


def findings(results: Json) -> str:
    """A paragraph a finding."""
    found = results.get("table2")
    if found is None:
        return "Not measured yet: findings need the figures of `lab table2`."
    ours = {row["system"]: row["figures"] for row in found["rows"]}
    intro = (
        "Two figures count as different only where their 95 % intervals do not meet, a cautious "
        "rule: intervals that meet leave a question open, they do not say that systems are equal."
    )
    return "\n\n".join(
        [intro, *(_answered(q, ours, results["paper"]["table2"]) for q in QUESTIONS)]
    )


def verdict(ahead: Json | None, behind: Json | None, allowed: float = 0.0) -> Verdict | None:
    """Which of two estimates is higher, if their intervals say so; None if one is missing.

    With `allowed` the first may be that much lower and still count as higher.
    """
    if ahead is None or behind is None or None in (ahead["low"], behind["low"]):
        return None
    if ahead["low"] + allowed > behind["high"]:
        return "higher"
    return "lower" if ahead["high"] + allowed < behind["low"] else "open"


def _answered(question: Question, ours: Json, paper: Json) -> str:
    said = []
    words = WORDS_WHERE_ALLOWED if question.allowed else WORDS
    counts = {"higher": 0, "lower": 0, "open": 0}
    for ahead, behind in question.pairs:
        first, second = ours.get(ahead), ours.get(behind)
        estimates = [None if r is None else r.get(question.figure) for r in (first, second)]
        answer = verdict(estimates[0], estimates[1], question.allowed)
        if answer is None:
            continue
        counts[answer] += 1
        said.append(
            f"- {named(ahead)} {_with_ends(first, question.figure)} against {named(behind)} "
            f"{_with_ends(second, question.figure)}: {words[answer]}. The paper: "
            f"{percent(figure(paper.get(ahead), question.figure))} against "
            f"{percent(figure(paper.get(behind), question.figure))}."
        )
    if not said:
        return f"**{question.claim}.** Not measured yet."
    return f"**{question.claim}** ({question.words}). {_conclusion(counts)}\n\n" + "\n".join(said)


WORDS = {"higher": "higher", "lower": "lower", "open": "the intervals meet"}
WORDS_WHERE_ALLOWED = {
    "higher": "no further behind",
    "lower": "further behind",
    "open": "the intervals do not tell",
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


def _with_ends(row: Json | None, name: str) -> str:
    return f"{percent(figure(row, name))} ({interval(row, name)})"
