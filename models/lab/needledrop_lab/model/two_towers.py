"""The model: two towers, an objective, and the loss of a batch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from ..audio.augment import AUGMENTATIONS, augment
from .batch import Batch, Music, TextPairs
from .lessons import Lessons, fit_loss
from .objectives import Classification, Contrastive, Triplet
from .pretrained import load_minilm, minilm_tokenizer
from .pupil import Pupil
from .settings import ModelSettings
from .tokens import encode
from .towers import (
    AudioTower,
    BlockTower,
    PublishedText,
    TextTower,
    WordTower,
    WordVectors,
    unit,
)
from .towers.music_transformer import MusicTransformer
from .towers.words import means_of

TOGETHER = 16  # texts that a processor embeds at once

BertTower = PublishedText | TextTower


@dataclass(frozen=True)
class Language:
    """What text towers start from: all-MiniLM-L6-v2, or a word-vector table."""

    tokenizer: Tokenizer
    vectors: WordVectors | None = None
    pretrained: bool = True

    @classmethod
    def of(cls, settings: ModelSettings, data: Path) -> Language:
        """What a model needs; DATA holds wordvectors.npz and .txt."""
        table = WordVectors.read(data / "wordvectors.npz") if settings.text == "wordvec" else None
        return cls(minilm_tokenizer(), table)

    def untrained(self) -> Language:
        """The same for towers whose weights are loaded later."""
        return replace(self, pretrained=False)


class TwoTowers(nn.Module):
    """`embed_audio` and `embed_text` give embeddings before normalisation, `loss` that of a batch.

    `vocabulary`: the tags that class centroids stand for, and whose presence lessons state.
    """

    def __init__(
        self, settings: ModelSettings, language: Language, vocabulary: Sequence[str]
    ) -> None:
        super().__init__()
        self.settings, self.language = settings, language
        self.audio: AudioTower | BlockTower | MusicTransformer
        if settings.audio == "blocks":
            self.audio = BlockTower(settings.blocks, settings.front, settings.dimension)
        elif settings.audio == "compact":
            self.audio = AudioTower(settings.compact, settings.front, settings.dimension)
        else:
            self.audio = MusicTransformer(settings.music_transformer, settings.dimension)
        if settings.audio != "music-transformer":
            # convolutions in this layout are three times as fast in bfloat16 on a CPU
            self.audio.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.text = _text_tower(settings, language)
        self.pupil = Pupil(settings, vocabulary) if settings.taught else None
        self.objective: Classification | Triplet | Contrastive
        if settings.objective == "classification":
            self.objective = Classification(settings.dimension, len(vocabulary))
        elif settings.objective == "triplet":
            self.objective = Triplet(settings.margin)
        else:
            self.objective = Contrastive(settings.temperature)

    def train(self, mode: bool = True) -> TwoTowers:
        """As ever, but for a frozen audio tower: that neither drops out nor learns statistics."""
        super().train(mode)
        if self.settings.frozen_audio:
            self.audio.requires_grad_(False).eval()
        return self

    @property
    def device(self) -> torch.device:
        """Where the weights are."""
        return next(self.parameters()).device

    def pretrained(self) -> list[tuple[str, nn.Parameter]]:
        """Weights of the text tower that start pretrained, by name; none without BERT."""
        if not isinstance(self.text, BertTower):
            return []
        named = self.text.named_parameters()
        return [(name, weight) for name, weight in named if not name.startswith("project")]

    def embed_audio(self, features: Tensor) -> Tensor:
        """Cached features [B, frames, bands] of sections -> [B, dimension], not normalised."""
        features = features.float()
        if isinstance(self.audio, AudioTower | BlockTower):
            with self.arithmetic():
                return self.audio.project(self._power(features)).float()
        with self.arithmetic():
            embedded = self.audio.project(features.to(self.device).transpose(1, 2))
        return embedded.float()

    def _power(self, features: Tensor) -> Tensor:
        """Mel power of cached features; in training, augmented."""
        power = features.float().exp()
        if self.training:
            power = augment(power, AUGMENTATIONS[self.settings.augmentation])
        return power.to(self.device)

    def embed_text(self, texts: Sequence[str]) -> Tensor:
        """Texts -> [texts, dimension], not normalised. Raises ValueError without a text tower."""
        with self.arithmetic():
            if isinstance(self.text, BertTower):
                words = self._through(self.text.project, texts)
            elif isinstance(self.text, WordTower) and self.language.vectors is not None:
                words = self.text.project(means_of(self.language.vectors, texts).to(self.device))
            else:
                raise ValueError("this system has class centroids and no text tower")
        return words.float()

    def _through(self, tower: Callable[[Tensor, Tensor], Tensor], texts: Sequence[str]) -> Tensor:
        """Texts through a tower, or a part of it, of ids and mask; [texts, width of its output].

        On a processor, texts of similar length are embedded together: padding a text to the longest
        one is wasted work, with stochastic text half of all tokens.
        """
        longest = self.settings.bert.positions
        if self.training:
            longest = min(longest, self.settings.max_tokens)
        together = TOGETHER if self.device.type == "cpu" else len(texts)
        order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
        embedded = []
        for first in range(0, len(order), together):
            chosen = [texts[index] for index in order[first : first + together]]
            ids, mask = encode(self.language.tokenizer, chosen, longest)
            embedded.append(tower(ids.to(self.device), mask.to(self.device)))
        places = torch.tensor(order, device=self.device).argsort()
        return torch.cat(embedded)[places]

    def centroids(self) -> Tensor:
        """Class centroids [tags, dimension], of the classification system alone."""
        if not isinstance(self.objective, Classification):
            raise ValueError("only the classification system has class centroids")
        return self.objective.centroids.weight

    def loss(self, batch: Batch) -> Tensor:
        """The objective on the music of a batch, its lessons, and the objective on text pairs."""
        losses, sections = [], None
        if batch.music is not None:
            frames, sections = self._hear(batch.music)
            if batch.music.texts:
                losses.append(self._music_loss(batch.music, sections))
            if batch.music.lessons is not None:
                losses.append(self._lessons_loss(batch.music.lessons, frames, sections))
        if batch.pairs is not None:
            of_pairs, texts = self._pairs_loss(batch.pairs)
            losses.append(batch.pairs.weight * of_pairs)
            if batch.music is not None and sections is not None and batch.pairs.fits is not None:
                losses.append(self._fit_loss(batch.music, sections, batch.pairs.fits, texts))
        if not losses:
            raise ValueError("a batch without music and text pairs")
        return torch.stack(losses).sum()

    def _hear(self, music: Music) -> tuple[Tensor | None, Tensor]:
        """Frames of blocks, if the tower has such, and unit vectors of sections [B, dimension]."""
        if not isinstance(self.audio, BlockTower):
            return None, unit(self.embed_audio(music.sections))
        with self.arithmetic():
            frames = self.audio.encode(self._power(music.sections))
            return frames.float(), unit(self.audio.sections(frames).float())

    def _music_loss(self, music: Music, sections: Tensor) -> Tensor:
        audio = sections[: len(music.texts)]
        labels = music.labels.to(audio.device)
        if isinstance(self.objective, Classification):
            return self.objective.forward(audio, labels)
        words = unit(self.embed_text(music.texts))
        if isinstance(self.objective, Triplet):
            return self.objective.forward(audio, words, labels)
        negatives = None if music.negatives is None else music.negatives.T.to(audio.device)
        return self.objective.forward(audio, words, negatives)

    def _pairs_loss(self, pairs: TextPairs) -> tuple[Tensor, Tensor]:
        """The loss of text pairs, and unit vectors of left and right texts, [2 P, dimension]."""
        if not isinstance(self.objective, Contrastive):
            raise ValueError("only the contrastive objective learns from text pairs")
        left, right = unit(self.embed_text(pairs.left)), unit(self.embed_text(pairs.right))
        loss = self.objective.forward(left, right, pairs.negatives.to(left.device))
        return loss, torch.cat([left, right])

    def _lessons_loss(self, lessons: Lessons, frames: Tensor | None, sections: Tensor) -> Tensor:
        """What teachers hear in blocks, and which words are present in sections."""
        if self.pupil is None or frames is None:
            raise ValueError("only a model with taught=true learns from lessons")
        return self.pupil.loss(frames, sections, lessons, self)

    def _fit_loss(self, music: Music, sections: Tensor, fits: Tensor, texts: Tensor) -> Tensor:
        """Which sections fit the left and right texts of pairs, unit vectors [2 P, dimension].

        A few tags ask for what all tags of their pair ask for: so "solemn" learns of its company.
        """
        if music.lessons is None or not isinstance(self.objective, Contrastive):
            return sections.new_zeros(())
        scores = texts @ sections.T * self.objective.scale()
        loss = fit_loss(scores, fits.repeat(2, 1), music.lessons.words)
        return self.settings.fit_weight * loss

    def arithmetic(self) -> torch.autocast:
        """bfloat16 inside the towers if that is set; outside it everything is float32."""
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.settings.bf16)


def _text_tower(settings: ModelSettings, language: Language) -> BertTower | WordTower | None:
    if settings.text == "wordvec":
        if language.vectors is None:
            raise ValueError("word vectors are needed where text is wordvec")
        return WordTower(language.vectors.width, settings.dimension)
    if settings.text == "binary":
        return None
    tower: BertTower
    if settings.projection == "affine":
        tower = TextTower(settings.bert, settings.dimension)
    else:
        tower = PublishedText(settings.bert, settings.dimension, settings.pooling)
    if language.pretrained:
        load_minilm(tower)
    return tower
