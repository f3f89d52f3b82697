"""The part of a model that learns from lessons. None of it is exported."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from .lessons import Lessons, TeacherHeads, WordPresence, known_entropy, order_loss
from .settings import ModelSettings
from .towers import unit

if TYPE_CHECKING:
    from .two_towers import TwoTowers

WORDS_A_STEP = 96
# A word stands alone about as often as in a phrase, so that both forms come to lie together.
# Catalogues also write it as one: "electricpiano".
PHRASES = ("{}", "{}", "{}", "{} music", "{} music", "{} background music", "{} track", "{joined}")


class Pupil(nn.Module):
    """Heads for the teachers, and the presence of words by their own embeddings.

    In training, a step takes some of the words, in phrases; otherwise all, as they are.
    """

    def __init__(self, settings: ModelSettings, words: Sequence[str]) -> None:
        super().__init__()
        self.words = list(words)
        self.settings = settings
        self.heads = TeacherHeads(settings.blocks.channels[-1])
        self.presence = WordPresence(len(self.words))

    def loss(self, frames: Tensor, sections: Tensor, lessons: Lessons, towers: TwoTowers) -> Tensor:
        """Frames of blocks [N, T, channels] and unit vectors of sections [B, dimension]."""
        chosen, texts = self._draw()
        words = unit(towers.embed_text(texts))
        scores, shares = self.presence.scores(sections, words), lessons.words[:, chosen]
        of_words = known_entropy(scores + self.presence.bias[chosen], shares)
        order = order_loss(scores, shares) + order_loss(scores.T, shares.T)
        settings = self.settings
        loss = settings.words_weight * of_words + settings.order_weight * order
        if settings.lesson_weight == 0:
            return loss
        by_ear: Tensor = self.heads(frames, lessons)
        return loss + settings.lesson_weight * by_ear

    def _draw(self) -> tuple[Tensor, list[str]]:
        """Places of words, and the texts that stand for them."""
        if not self.training:
            return torch.arange(len(self.words)), self.words
        chosen = torch.randperm(len(self.words))[:WORDS_A_STEP]
        phrases = torch.randint(len(PHRASES), (len(chosen),)).tolist()
        pairs = zip(chosen.tolist(), phrases, strict=True)
        return chosen, [phrased(PHRASES[phrase], self.words[place]) for place, phrase in pairs]


def phrased(phrase: str, word: str) -> str:
    """The text that stands for a word."""
    return phrase.format(word, joined=re.sub("[ -]", "", word))
