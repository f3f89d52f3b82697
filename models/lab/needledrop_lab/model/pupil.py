"""The part of a model that learns from lessons. None of it is exported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from .lessons import Lessons, TeacherHeads, WordPresence, known_entropy, order_loss
from .settings import ModelSettings
from .towers import TextTower, unit

if TYPE_CHECKING:
    from .two_towers import TwoTowers

FRESH = 25  # steps for which the words' states are kept while the text tower changes slowly


class Pupil(nn.Module):
    """Heads for the teachers, and the presence of words by their own embeddings.

    Words are embedded every FRESH steps, up to the projection, which alone learns from them.
    """

    def __init__(self, settings: ModelSettings, words: Sequence[str]) -> None:
        super().__init__()
        self.words = list(words)
        self.settings = settings
        self.heads = TeacherHeads(settings.blocks.channels[-1])
        self.presence = WordPresence(len(self.words))
        self.register_buffer("states", torch.zeros(len(self.words), settings.bert.width))
        self.register_buffer("steps", torch.zeros((), dtype=torch.long))
        self.states: Tensor
        self.steps: Tensor

    def loss(self, frames: Tensor, sections: Tensor, lessons: Lessons, towers: TwoTowers) -> Tensor:
        """Frames of blocks [N, T, channels] and unit vectors of sections [B, dimension]."""
        text = towers.text
        if not isinstance(text, TextTower):
            raise ValueError("words need a text tower with an affine projection")
        if self.steps % FRESH == 0:
            self.states.copy_(towers.text_states(self.words))
        if self.training:
            self.steps += 1
        words = unit(text.projection(self.states))
        by_ear: Tensor = self.heads(frames, lessons)
        of_words = known_entropy(self.presence(sections, words), lessons.words)
        loss = self.settings.lesson_weight * by_ear + self.settings.words_weight * of_words
        if self.settings.order_weight == 0:
            return loss
        order = order_loss(self.presence.scores(sections, words), lessons.words)
        return loss + self.settings.order_weight * order
