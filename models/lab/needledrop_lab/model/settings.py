"""What a model is made of: towers, objective, sizes. `training.settings` adds how it is trained."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import UnionType
from typing import Literal, get_args, get_origin, get_type_hints

from ..audio.log_mel import FrontEnd
from ..audio.paper_log_mel import PaperFrontEnd
from ..errors import LabError
from .towers import AudioShape, BlockShape, TextShape
from .towers.music_transformer import MusicTransformerShape

Objective = Literal["classification", "triplet", "contrastive"]
TextSide = Literal["binary", "wordvec", "bert"]


class SettingsError(LabError, ValueError):
    """A setting that does not exist or has an impossible value."""


@dataclass(frozen=True)
class ModelSettings:
    """The defaults are the paper's, except for the audio tower, which is ours."""

    objective: Objective = "contrastive"
    margin: float = 0.4  # of triplet
    temperature: float = 0.2  # of contrastive, at the start
    dimension: int = 128
    # audio tower: the one that ships, that of the ten systems on two cores, or the paper's
    audio: Literal["blocks", "compact", "music-transformer"] = "compact"
    blocks: BlockShape = field(default_factory=BlockShape)
    taught: bool = False  # `blocks` also learns from lessons, with these weights of its losses:
    lesson_weight: float = 1.0  # what teachers hear, block by block
    words_weight: float = 1.0  # words, section by section
    order_weight: float = 0.0  # words of a section, against all others
    fit_weight: float = 1.0  # which sections fit a text, by its tags
    compact: AudioShape = field(default_factory=AudioShape)
    front: FrontEnd = field(default_factory=FrontEnd)  # of `blocks` and `compact`
    augmentation: Literal["none", "basic", "full", "tone"] = "none"  # in training
    music_transformer: MusicTransformerShape = field(default_factory=MusicTransformerShape)
    paper_front: PaperFrontEnd = field(default_factory=PaperFrontEnd)  # of `music-transformer`
    # text tower: none but class centroids, frozen word vectors, or BERT
    text: TextSide = "bert"
    bert: TextShape = field(default_factory=TextShape)
    pooling: Literal["first", "mean"] = "mean"  # all-MiniLM was made to be averaged, BERT was not
    projection: Literal["normalised", "affine"] = "normalised"  # the paper's, needledrop-base's
    frozen_audio: bool = False  # the audio tower keeps its weights
    frozen_blocks: int = 0  # BERT's embeddings and first blocks keep their pretrained weights
    max_tokens: int = 64  # of a text in training; afterwards texts are embedded whole
    bf16: bool = True  # arithmetic inside the towers

    def __post_init__(self) -> None:
        for name, kind in get_type_hints(type(self)).items():
            if not _fits(getattr(self, name), kind):
                raise SettingsError(
                    f"{name} cannot be {getattr(self, name)!r}; it is {_described(kind)}"
                )
        if self.augmentation != "none" and self.audio == "music-transformer":
            raise SettingsError(
                f"augmentation changes mel power, and {self.audio} is trained on decibels; "
                "set augmentation=none"
            )
        if self.taught and (self.audio, self.projection) != ("blocks", "affine"):
            raise SettingsError("taught needs audio=blocks and projection=affine")
        if self.projection == "affine" and (self.text, self.pooling) != ("bert", "mean"):
            raise SettingsError("projection=affine needs text=bert and pooling=mean")

    @property
    def front_end(self) -> FrontEnd | PaperFrontEnd:
        """The front-end of the audio tower."""
        return self.paper_front if self.audio == "music-transformer" else self.front

    @property
    def frames(self) -> int:
        """Frames of a section."""
        return self.front_end.frames

    @property
    def features(self) -> str:
        """Name of the folder of cached features that the audio tower learns from."""
        return "features-paper" if self.audio == "music-transformer" else "features"


def _fits(value: object, kind: object) -> bool:
    """Whether a value is of a field's type; an integer may be given for a float."""
    if get_origin(kind) is Literal:
        return value in get_args(kind)
    if get_origin(kind) is UnionType:
        return any(_fits(value, one) for one in get_args(kind))
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind is int and isinstance(value, bool):
        return False
    return isinstance(kind, type) and isinstance(value, kind)


def _described(kind: object) -> str:
    return " or ".join(getattr(one, "__name__", str(one)) for one in get_args(kind) or (kind,))
