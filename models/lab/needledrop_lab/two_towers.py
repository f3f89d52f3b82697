"""A system of the table as a module: its two towers, its objective, and what it is fed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from .augment import HEARD_ALIKE, augment
from .objectives import Classification, Contrastive, Triplet
from .pretrained import load_minilm, minilm_tokenizer
from .settings import RunSettings
from .systems import System
from .text import encode
from .towers import AudioTower, PublishedText, WordTower, WordVectors, unit
from .towers.music_transformer import MusicTransformer
from .towers.words import means_of

TOGETHER = 16  # texts that a processor reads at once


@dataclass(frozen=True)
class Language:
    """What text towers start from: all-MiniLM-L6-v2, or a word-vector table."""

    tokenizer: Tokenizer
    vectors: WordVectors | None = None
    pretrained: bool = True

    @classmethod
    def of(cls, system: System, data: Path) -> Language:
        """What a system needs; DATA holds wordvectors.npz and .txt."""
        table = WordVectors.read(data / "wordvectors.npz") if system.text == "wordvec" else None
        return cls(minilm_tokenizer(), table)

    def untrained(self) -> Language:
        """The same for towers whose weights are read from elsewhere."""
        return replace(self, pretrained=False)


class TwoTowers(nn.Module):
    """Embeddings before normalisation, `hear` and `read`, and the loss of a batch."""

    def __init__(
        self, system: System, settings: RunSettings, language: Language, tags: int
    ) -> None:
        super().__init__()
        self.settings, self.language = settings, language
        self.audio: AudioTower | MusicTransformer
        if settings.audio == "compact":
            self.audio = AudioTower(settings.compact, settings.front, settings.dimension)
            # convolutions in this layout are three times as fast in bfloat16 on a CPU
            self.audio.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        else:
            self.audio = MusicTransformer(settings.music_transformer, settings.dimension)
        self.text: PublishedText | WordTower | None = None
        if system.text == "bert":
            self.text = PublishedText(settings.text, settings.dimension, settings.pooling)
            if language.pretrained:
                load_minilm(self.text)
        elif system.text == "wordvec":
            if language.vectors is None:
                raise ValueError(f"{system.name} needs word vectors")
            self.text = WordTower(language.vectors.width, settings.dimension)
        self.objective: Classification | Triplet | Contrastive
        if system.objective == "classification":
            self.objective = Classification(settings.dimension, tags)
        elif system.objective == "triplet":
            self.objective = Triplet(settings.margin)
        else:
            self.objective = Contrastive(settings.temperature)

    @property
    def device(self) -> torch.device:
        """Where the weights are."""
        return next(self.parameters()).device

    def pretrained(self) -> list[tuple[str, nn.Parameter]]:
        """Weights that come from elsewhere, by name; none where no text tower was loaded."""
        if not isinstance(self.text, PublishedText):
            return []
        named = self.text.named_parameters()
        return [(name, weight) for name, weight in named if not name.startswith("projector")]

    def hear(self, features: Tensor) -> Tensor:
        """Cached features [B, frames, bands] of sections -> [B, dimension]."""
        features = features.float()
        if isinstance(self.audio, AudioTower):
            power = features.exp()
            if self.training and self.settings.augmented:
                power = augment(power, HEARD_ALIKE)
            with self.arithmetic():
                return self.audio.project(power.to(self.device)).float()
        with self.arithmetic():
            heard = self.audio.project(features.to(self.device).transpose(1, 2))
        return heard.float()

    def read(self, texts: Sequence[str]) -> Tensor:
        """Texts -> [texts, dimension]. A system without a text tower cannot read."""
        with self.arithmetic():
            if isinstance(self.text, PublishedText):
                words = self._read_tokens(self.text, texts)
            elif isinstance(self.text, WordTower) and self.language.vectors is not None:
                words = self.text.project(means_of(self.language.vectors, texts).to(self.device))
            else:
                raise ValueError("this system has class centroids and no text tower")
        return words.float()

    def _read_tokens(self, tower: PublishedText, texts: Sequence[str]) -> Tensor:
        """[texts, dimension]. On a processor texts of like length go together.

        What fills a text up to the longest one is computed for nothing: with stochastic text that
        is half of all tokens.
        """
        longest = self.settings.text.positions
        if self.training:
            longest = min(longest, self.settings.max_tokens)
        together = TOGETHER if self.device.type == "cpu" else len(texts)
        order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
        read = []
        for first in range(0, len(order), together):
            chosen = [texts[index] for index in order[first : first + together]]
            ids, mask = encode(self.language.tokenizer, chosen, longest)
            read.append(tower.project(ids.to(self.device), mask.to(self.device)))
        places = torch.tensor(order, device=self.device).argsort()
        return torch.cat(read)[places]

    def centroids(self) -> Tensor:
        """Class centroids [tags, dimension], of the classification system alone."""
        if not isinstance(self.objective, Classification):
            raise ValueError("only the classification system has class centroids")
        return self.objective.centroids.weight

    def loss(self, features: Tensor, texts: Sequence[str], labels: Tensor) -> Tensor:
        """Loss of B tracks: their sections [B, frames, bands], texts and tags bool [B, tags]."""
        audio = unit(self.hear(features))
        labels = labels.to(audio.device)
        if isinstance(self.objective, Classification):
            return self.objective.forward(audio, labels)
        words = unit(self.read(texts))
        if isinstance(self.objective, Triplet):
            return self.objective.forward(audio, words, labels)
        return self.objective.forward(audio, words)

    def arithmetic(self) -> torch.autocast:
        """bfloat16 inside the towers if that is set; outside it everything is float32."""
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.settings.bf16)
