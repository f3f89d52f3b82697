"""The frozen word-vector text side (the paper's GloVe): the mean of a text's word vectors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import torch
from torch import Tensor, nn

from ...errors import LabError
from .layers import unit


class WordTableError(LabError, ValueError):
    """Word vectors that cannot be used."""


class WordVectors:
    """Vectors of words, read from NAME.npz (`vectors` [words, width]) and NAME.txt (one a line)."""

    def __init__(self, words: Sequence[str], vectors: np.ndarray) -> None:
        if vectors.ndim != 2 or len(words) != len(vectors):
            raise WordTableError(f"{len(words)} words and vectors of shape {vectors.shape}")
        self.rows = {word: row for row, word in enumerate(words)}
        self.vectors = vectors.astype(np.float32)
        self.centre = self.vectors.mean(axis=0)

    @classmethod
    def read(cls, table: Path) -> WordVectors:
        """Raises WordTableError where a file is missing or the two do not belong together."""
        try:
            words = table.with_suffix(".txt").read_text("utf-8").split("\n")
            with np.load(table) as arrays:
                return cls([word for word in words if word], arrays["vectors"])
        except (OSError, KeyError, ValueError, BadZipFile) as error:
            raise WordTableError(
                f"no word vectors in {table} and its .txt ({error}); pass the folder of both as "
                "--data"
            ) from error

    @property
    def width(self) -> int:
        return int(self.vectors.shape[1])

    def mean(self, text: str) -> np.ndarray:
        """Mean vector of the text's words, [width].

        Words that are not in the table are skipped. A text of such words alone gets the mean of the
        whole table: it says nothing, so it lies where no direction is preferred.
        """
        found = [self.rows[word] for word in self.words_of(text) if word in self.rows]
        result: np.ndarray = self.vectors[found].mean(axis=0) if found else self.centre
        return result

    def words_of(self, text: str) -> list[str]:
        """Lower-case words; one with hyphens that is not in the table falls into its parts."""
        written = re.findall(r"[a-z0-9']+(?:-[a-z0-9']+)*", text.lower())
        return [
            part for word in written for part in ([word] if word in self.rows else word.split("-"))
        ]


class WordTower(nn.Module):
    """Mean word vectors [B, width] -> [B, dimension]: only the projection learns."""

    def __init__(self, width: int, dimension: int) -> None:
        super().__init__()
        norm = nn.LayerNorm(width)
        self.projector = nn.Sequential(norm, nn.Linear(width, dimension, bias=False))

    def project(self, means: Tensor) -> Tensor:
        """Not normalised."""
        result: Tensor = self.projector(means)
        return result

    def forward(self, means: Tensor) -> Tensor:
        return unit(self.project(means))


def means_of(vectors: WordVectors, texts: Sequence[str]) -> Tensor:
    """Mean word vectors of texts, float32 [texts, width]."""
    return torch.from_numpy(np.stack([vectors.mean(text) for text in texts]))
