"""The published weights of Doh et al. (ICASSP 2023): reads `best.pth` into our towers.

Of the ten published systems the six with a BERT text tower can be imported. Their checkpoints have
the same keys, but for the temperature, which only the contrastive ones have.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from pickle import UnpicklingError

import torch
from torch import Tensor, nn

from ..audio.paper_log_mel import PaperFrontEnd, PaperLogMel
from ..errors import LabError
from .pretrained import PARTS
from .towers import PublishedText, TextShape
from .towers.music_transformer import MusicTransformer, MusicTransformerShape

LAYER = {
    "attention_norm": "0.fn.norm",
    "query_key_value": "0.fn.fn.to_qkv",
    "output": "0.fn.fn.to_out.0",
    "norm": "1.fn.norm",
    "expand": "1.fn.fn.net.0",
    "contract": "1.fn.fn.net.3",
}
WINDOW = "audio_encoder.audio_representation.spec_fn.window"
TYPES = "text_encoder.embeddings.token_type_embeddings.weight"
SHOWN = 5  # keys named in one error


class CheckpointError(LabError, ValueError):
    """The file cannot be imported; says what is at fault, keys by name."""


@dataclass(frozen=True)
class PublishedShape:
    """Sizes of a published system; the defaults are the real ones, others are for tests."""

    front: PaperFrontEnd = field(default_factory=PaperFrontEnd)
    audio: MusicTransformerShape = field(default_factory=MusicTransformerShape)
    text: TextShape = field(default_factory=lambda: TextShape(width=768, inner=3_072, depth=12))
    dimension: int = 128


class Published(nn.Module):
    """A published system: both towers, and the front-end its audio tower was trained on."""

    def __init__(self, shape: PublishedShape) -> None:
        super().__init__()
        self.front = PaperLogMel(shape.front)
        self.audio = MusicTransformer(shape.audio, shape.dimension)
        self.text = PublishedText(shape.text, shape.dimension)


def load_published(path: Path, shape: PublishedShape | None = None) -> Published:
    """The system in a checkpoint file.

    :raises CheckpointError: not a checkpoint, another system, or a key is missing, unknown, of
        another shape or not finite.
    """
    shape = PublishedShape() if shape is None else shape
    state = read_state(path)
    check_system(state)
    with torch.device("meta"):  # sizes alone, no memory
        sizes = {ours: tuple(value.shape) for ours, value in Published(shape).state_dict().items()}
    names = {ours: published_name(ours, shape) for ours in sizes}
    needed = {theirs: sizes[ours] for ours, theirs in names.items()}
    check_keys(state, {**needed, **unused(shape)}, optional(shape))
    if not torch.allclose(state[WINDOW], torch.hann_window(shape.front.fft_size), atol=1e-6):
        raise CheckpointError(f"{WINDOW} is not the Hann window that the front-end is built on")
    model = Published(shape)
    model.load_state_dict({ours: state[theirs] for ours, theirs in names.items()})
    with torch.no_grad():
        # a query is one sentence, so the vector of the first sentence is part of every position
        model.text.positions.weight += state[TYPES][0]
    return model.eval()


def published_name(ours: str, shape: PublishedShape) -> str:
    """The checkpoint's key for one entry of `Published.state_dict()`."""
    for here, there in modules(shape).items():
        if ours == here or ours.startswith(f"{here}."):
            return there + ours[len(here) :]
    raise KeyError(ours)


def modules(shape: PublishedShape) -> dict[str, str]:
    """Our module (or weight) -> theirs."""
    front, encoder = "audio_encoder.frontend", "text_encoder.encoder.layer"
    layers = "audio_encoder.transformer.layers"
    names = {
        "front.filters": "audio_encoder.audio_representation.mel_scale.fb",
        "audio.input_norm": f"{front}.input_bn",
        "audio.blocks.0.shortcut.0": f"{front}.layer1.conv_3",
        "audio.blocks.0.shortcut.1": f"{front}.layer1.bn_3",
        "audio.embed": f"{front}.fc",
        "audio.token": "audio_encoder.cls_token",
        "audio.places": "audio_encoder.pos_embedding",
        "audio.projector": "audio_projector",
        "text.words": "text_encoder.embeddings.word_embeddings",
        "text.positions": "text_encoder.embeddings.position_embeddings",
        "text.embedding_norm": "text_encoder.embeddings.LayerNorm",
        "text.projector": "text_projector",
    }
    for block in range(shape.audio.convolutions):
        names[f"audio.blocks.{block}"] = f"{front}.layer{block + 1}"
    for layer in range(shape.audio.depth):
        for ours, theirs in LAYER.items():
            names[f"audio.layers.{layer}.{ours}"] = f"{layers}.{layer}.{theirs}"
    for layer in range(shape.text.depth):
        for theirs, ours in PARTS.items():
            names[f"text.blocks.{layer}.{ours}"] = f"{encoder}.{layer}.{theirs}"
    return names


def unused(shape: PublishedShape) -> dict[str, tuple[int, ...]]:
    """Keys that a whole checkpoint has and that become no weight of ours."""
    width = shape.text.width
    return {
        WINDOW: (shape.front.fft_size,),
        TYPES: (2, width),
        "text_encoder.pooler.dense.weight": (width, width),
        "text_encoder.pooler.dense.bias": (width,),
    }


def optional(shape: PublishedShape) -> dict[str, tuple[int, ...]]:
    """Keys that some have: the temperature, under two names, and a table old versions kept."""
    return {
        "logit_scale": (1,),
        "head.logit_scale": (1,),
        "text_encoder.embeddings.position_ids": (1, shape.text.positions),
    }


def read_state(path: Path) -> dict[str, Tensor]:
    """The tensors of a checkpoint, memory-mapped: most of the file is the optimiser's.

    Nothing but tensors and plain values is unpickled, so a file from elsewhere can run no code.
    """
    try:
        content = torch.load(path, map_location="cpu", weights_only=True, mmap=True)
    except OSError as error:
        raise CheckpointError(f"{path} cannot be read: {error.strerror}") from error
    except (RuntimeError, UnpicklingError) as error:
        raise CheckpointError(f"{path} is not a checkpoint of PyTorch's zip format") from error
    state = content.get("state_dict") if isinstance(content, dict) else None
    if not isinstance(state, dict) or not all(isinstance(v, Tensor) for v in state.values()):
        raise CheckpointError(f"{path} has no state_dict of tensors; give the published best.pth")
    return {str(key).removeprefix("module."): value for key, value in state.items()}


def check_system(state: Mapping[str, Tensor]) -> None:
    """Refuse the published systems that no pack can be made of."""
    if "head.fc_cls.weight" in state:
        raise CheckpointError(
            "this is the classification system (head.fc_cls.weight): it has no text tower, so it "
            "cannot be searched by sentence; import one of the BERT systems"
        )
    if "text_projector.0.weight" in state and not any(k.startswith("text_encoder.") for k in state):
        raise CheckpointError(
            "this is a GloVe system (no text_encoder): its word vectors are not in the checkpoint; "
            "import one of the BERT systems"
        )


def check_keys(
    state: Mapping[str, Tensor],
    needed: Mapping[str, tuple[int, ...]],
    optional: Mapping[str, tuple[int, ...]],
) -> None:
    """Refuse missing, unknown and misshapen keys, and weights that are not finite."""
    known = {**needed, **optional}
    wrong = {
        "missing": needed.keys() - state.keys(),
        "unknown": state.keys() - known.keys(),
        "misshapen": {
            f"{key} {tuple(value.shape)} instead of {known[key]}"
            for key, value in state.items()
            if key in known and tuple(value.shape) != known[key]
        },
    }
    faults = [f"{kind}: {_some(keys)}" for kind, keys in wrong.items() if keys]
    if not faults:
        strange = {key for key, value in state.items() if not value.isfinite().all()}
        faults = [f"not finite: {_some(strange)}"] if strange else []
    if faults:
        raise CheckpointError("not the published system; " + "; ".join(faults))


def _some(keys: Iterable[str]) -> str:
    ordered = sorted(keys)
    more = len(ordered) - SHOWN
    return ", ".join(ordered[:SHOWN]) + (f" and {more} more" if more > 0 else "")
