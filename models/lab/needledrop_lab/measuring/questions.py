"""The paper's findings as questions: which system it reports ahead of which, in which figure."""

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
        "(a) Stochastic text beats sentence training at sentence retrieval",
        "recallAt10",
        "R@10 of sentences",
        _each("{}-{}", SIDES, "stochastic", "sentence"),
    ),
    Question(
        "(b) Stochastic text nearly matches tag training at tag retrieval",
        "rocAucAll",
        "ROC-AUC over all tags, margin 1.5 points",
        _each("{}-{}", SIDES, "stochastic", "tag"),
        allowed=0.015,
    ),
    Question(
        "(c) Sentence training is worse than tag training at tag retrieval",
        "rocAucAll",
        "ROC-AUC over all tags",
        _each("{}-{}", SIDES, "tag", "sentence"),
    ),
    Question(
        "(d) A contrastive objective beats a triplet objective at retrieval by unseen sentences",
        "recallAt10",
        "R@10 of sentences",
        [(f"contrastive-bert-{r}", f"triplet-bert-{r}") for r in REPRESENTATIONS],
    ),
    Question(
        "(e) BERT beats word vectors at sentence retrieval",
        "recallAt10",
        "R@10 of sentences",
        [(f"triplet-bert-{r}", f"triplet-wordvec-{r}") for r in REPRESENTATIONS],
    ),
)
