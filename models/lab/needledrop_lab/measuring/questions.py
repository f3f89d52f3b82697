"""The paper's findings as questions: which systems it reports as ahead of which, and in what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """A finding of the paper: a figure in which it reports some systems as ahead of others.

    `pairs` are (ahead, behind). The finding holds if the first is at most `allowed` behind.
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
