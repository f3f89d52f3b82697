"""Learning from teachers: heads that predict what they hear; they are not exported."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

PATCHES = 5  # of 0.96 s that a block holds whole; each is FRAMES frames of the encoder
FRAMES = 3
CLASS_WEIGHT, TAG_WEIGHT, HIDDEN_WEIGHT = 20.0, 4.0, 0.5
ABSENT = 0.3  # presence up to which a word is taken for absent where words are put in order
FIT_SHARPNESS = 1.5  # of the order of sections that a text's tags ask for


@dataclass(frozen=True)
class Lessons:
    """What is known of B sections by ear. They have N blocks, [block, section] in that order.

    `embeddings` [N, PATCHES, 1024], standardised, and `classes` [N, PATCHES, 521], probabilities,
    are YAMNet's; `tags` [N, 300], probabilities, and `hidden` [N, 400], standardised, the other
    taggers'; NaN where a teacher did not listen.
    `words` [B, W]: presence of each word, by labels and teachers; NaN where nobody knows.
    """

    embeddings: Tensor
    classes: Tensor
    tags: Tensor
    hidden: Tensor
    words: Tensor


class TeacherHeads(nn.Module):
    """Frames of blocks [N, T, channels] -> the loss of what the teachers hear in them."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.embeddings = nn.Linear(channels, 1_024)
        self.classes = nn.Linear(channels, 521)
        self.tags = nn.Linear(2 * channels, 300)
        self.hidden = nn.Linear(2 * channels, 400)

    def forward(self, frames: Tensor, lessons: Lessons) -> Tensor:
        whole = frames[:, : PATCHES * FRAMES]
        patches = whole.reshape(len(frames), PATCHES, FRAMES, -1).mean(dim=2)
        block = torch.cat([frames.mean(dim=1), frames.amax(dim=1)], dim=1)
        return (
            known_square(self.embeddings(patches), lessons.embeddings)
            + CLASS_WEIGHT * known_entropy(self.classes(patches), lessons.classes)
            + TAG_WEIGHT * known_entropy(self.tags(block), lessons.tags)
            + HIDDEN_WEIGHT * known_square(self.hidden(block), lessons.hidden)
        )


class WordPresence(nn.Module):
    """How likely words are heard in sections: sigmoid(scale * cosine + bias of the word)."""

    def __init__(self, words: int) -> None:
        super().__init__()
        self.log_scale = nn.Parameter(torch.tensor(2.3))
        self.bias = nn.Parameter(torch.full((words,), -2.0))

    def scores(self, sections: Tensor, words: Tensor) -> Tensor:
        """Unit vectors [B, dimension] and [W, dimension] -> logits [B, W] before the bias."""
        return sections @ words.T * self.log_scale.exp().clamp(max=50)


def known_entropy(logits: Tensor, shares: Tensor) -> Tensor:
    """Mean binary cross-entropy where the target is not NaN; 0 if it is everywhere."""
    known = ~shares.isnan()
    losses = F.binary_cross_entropy_with_logits(logits, shares.nan_to_num(), reduction="none")
    return (losses * known).sum() / known.sum().clamp(min=1)


def order_loss(scores: Tensor, shares: Tensor) -> Tensor:
    """Cross-entropy of what is present in a row against all that is known of it.

    `scores` and `shares` [rows, columns]; NaN where nobody knows. It makes the words of a section,
    or the sections of a word, comparable, which their presence, one by one, does not ask for.
    """
    known = ~shares.isnan()
    target = (shares.nan_to_num() - ABSENT).clamp(min=0)
    target = target / target.sum(dim=1, keepdim=True).clamp(min=1e-6)
    expected = scores.masked_fill(~known, -1e4).log_softmax(dim=1)
    return -(target * expected).sum(dim=1).mean()


def known_square(values: Tensor, targets: Tensor) -> Tensor:
    """Mean squared error where the target is not NaN; 0 if it is everywhere."""
    known = ~targets.isnan()
    return ((values - targets.nan_to_num()) ** 2 * known).sum() / known.sum().clamp(min=1)


def fit_loss(scores: Tensor, fits: Tensor, words: Tensor) -> Tensor:
    """Divergence of the order of sections from the one that the texts' tags ask for.

    `scores` [P, B] of texts and sections, `fits` [P, W] what a text asks for (above 0) and what it
    rules out (below 0), `words` [B, W] presence. Texts that ask for no known word do not count.
    """
    evidence = torch.logit(words.nan_to_num(0.5).clamp(0.03, 0.97))
    asked = fits.abs().sum(dim=1)
    wanted = fits @ evidence.T / asked.clamp(min=1)[:, None] * FIT_SHARPNESS
    losses = F.kl_div(
        scores.log_softmax(dim=1), wanted.log_softmax(dim=1), reduction="none", log_target=True
    ).sum(dim=1)
    counted = asked > 0
    return (losses * counted).sum() / counted.sum().clamp(min=1)
