"""Towers in training, measured as a pack is, without an export: see pack_figures.Embedder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from ..audio.cache import cache_features, claim
from ..audio.log_mel import FrontEnd
from ..model.towers import AudioTower, BlockTower, TextTower
from .held_out import embed_sections, embed_texts


class TrainedTowers:
    """The towers in float32, with the engine's sections. Each file is embedded once.

    `known` names the cached features of audio files; those of others are cached in `cache`.
    """

    def __init__(
        self,
        text: TextTower,
        audio: AudioTower | BlockTower,
        tokenizer: Tokenizer,
        front: FrontEnd,
        known: Mapping[Path, Path],
        cache: Path,
    ) -> None:
        """Raises CacheError if the cache has features of another front-end."""
        self.text, self.audio = text.eval(), audio.eval()
        self.tokenizer, self.front = tokenizer, front
        self.known, self.cache = known, cache
        claim(cache, front)
        self._heard: dict[Path, np.ndarray] = {}

    def texts(self, texts: Sequence[str]) -> np.ndarray:
        """Unit vectors [texts, dimension]."""
        return embed_texts(self.text, self.tokenizer, texts)

    def sections(self, audio: Path) -> np.ndarray:
        """Unit vectors [sections, dimension] of a file. Raises AudioError."""
        if audio not in self._heard:
            features = np.load(self._features(audio), mmap_mode="r")
            self._heard[audio] = embed_sections(self.audio, features, self.front)
        return self._heard[audio]

    def _features(self, audio: Path) -> Path:
        if audio in self.known:
            return self.known[audio]
        target = self.cache / f"{audio.parent.name}-{audio.stem}.npy"
        cache_features(audio, target, self.front)
        return target
