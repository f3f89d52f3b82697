"""What a run of one of the ten systems depends on besides its data, and two budgets for it."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from .errors import LabError
from .features import FrontEnd
from .paper_features import PaperFrontEnd
from .towers import AudioShape, TextShape
from .towers.music_transformer import MusicTransformerShape


class SettingsError(LabError, ValueError):
    """A setting that does not exist or has an impossible value."""


@dataclass(frozen=True)
class RunSettings:
    """The defaults are the paper's, but for the audio tower, which is ours."""

    # towers
    audio: Literal["compact", "music-transformer"] = "compact"  # ours, the paper's
    compact: AudioShape = field(default_factory=AudioShape)
    front: FrontEnd = field(default_factory=FrontEnd)  # of `compact`
    augmented: bool = False  # hears each section as recorded otherwise; `compact` alone
    music_transformer: MusicTransformerShape = field(default_factory=MusicTransformerShape)
    paper_front: PaperFrontEnd = field(default_factory=PaperFrontEnd)  # of `music-transformer`
    text: TextShape = field(default_factory=TextShape)
    pooling: Literal["first", "mean"] = "mean"  # all-MiniLM was made to be averaged, BERT is not
    frozen_blocks: int = 0  # the text tower's embeddings and first blocks stay as they came
    max_tokens: int = 64  # of a text in training; afterwards a text is read whole
    dimension: int = 128
    # objectives
    margin: float = 0.4
    temperature: float = 0.2
    # schedule
    batch: int = 64
    steps: int = 100_000
    warm_up: float = 0.1  # share of the steps in which rates rise; then they fall as half a cosine
    fresh_rate: float | None = None  # of weights that start from nothing; None: the system's own
    centroid_rate: float | None = None  # of class centroids; None: that of other fresh weights
    clip: float | None = None  # largest norm of the gradient; None: any
    # watching: validation, and after it a checkpoint
    valid_every: int = 1_000
    valid_batches: int = 16
    patience: int = 20  # validations without a better loss after which a run ends
    bf16: bool = True  # arithmetic inside the towers

    def __post_init__(self) -> None:
        for name, kind in get_type_hints(RunSettings).items():
            if not _fits(getattr(self, name), kind):
                raise SettingsError(
                    f"{name} cannot be {getattr(self, name)!r}; it is {_told(kind)}"
                )
        for name in ("batch", "steps", "valid_every", "valid_batches", "patience", "max_tokens"):
            if getattr(self, name) < 1:
                raise SettingsError(f"{name} must be 1 or more, not {getattr(self, name)}")
        if self.augmented and self.audio != "compact":
            raise SettingsError(f"augmented needs mel power, which {self.audio} does not hear")

    @property
    def hears(self) -> FrontEnd | PaperFrontEnd:
        """The front-end of the audio tower."""
        return self.front if self.audio == "compact" else self.paper_front

    @property
    def frames(self) -> int:
        """Frames of a section."""
        return self.hears.frames

    @property
    def features(self) -> str:
        """Folder of cached features that the audio tower learns from, beside the manifest."""
        return "features" if self.audio == "compact" else "features-paper"


def _fits(value: object, kind: object) -> bool:
    """Whether a value is of a field's type; a whole number may stand for any number."""
    if get_origin(kind) is Literal:
        return value in get_args(kind)
    if get_origin(kind) is UnionType:
        return any(_fits(value, one) for one in get_args(kind))
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind is int and isinstance(value, bool):
        return False
    return isinstance(kind, type) and isinstance(value, kind)


def _told(kind: object) -> str:
    return " or ".join(getattr(one, "__name__", str(one)) for one in get_args(kind) or (kind,))


BUDGETS: Mapping[str, RunSettings] = {
    # One GPU: the paper's audio tower, objectives and rates; a seventh of its steps, because early
    # stopping ends a run on a corpus of thousands of tracks long before.
    "published": RunSettings(audio="music-transformer"),
    # Two cores, twenty minutes or less a run. A tower that starts from nothing learns little in a
    # thousand steps at 5e-5, so whatever starts from nothing gets the rate that the paper gives its
    # system without a pretrained part; all-MiniLM keeps the paper's rates, in its upper half. Class
    # centroids have to grow long before they say no to most tags: at 1e-3 that took all the steps.
    "two-core": RunSettings(
        compact=AudioShape(stem=(16, 32, 48), width=128, inner=256, depth=2),
        augmented=True,
        frozen_blocks=3,
        steps=1_000,
        fresh_rate=1e-3,
        centroid_rate=1e-2,
        clip=1.0,
        valid_every=100,
        valid_batches=4,
    ),
}


def changed(settings: RunSettings, changes: Sequence[str]) -> RunSettings:
    """Settings with `name=value` changes, values read as JSON; numbers, words and null only."""
    values: dict[str, Any] = {}
    simple = {f.name for f in dataclasses.fields(RunSettings)} - set(NESTED)
    for change in changes:
        name, _, value = change.partition("=")
        if name not in simple:
            raise SettingsError(f"there is no setting {name!r}; there are {sorted(simple)}")
        try:
            values[name] = json.loads(value)
        except json.JSONDecodeError:
            values[name] = value
    return dataclasses.replace(settings, **values)


NESTED = {
    "compact": AudioShape,
    "front": FrontEnd,
    "music_transformer": MusicTransformerShape,
    "paper_front": PaperFrontEnd,
    "text": TextShape,
}


def to_json(settings: RunSettings) -> dict[str, Any]:
    """As plain JSON values."""
    result: dict[str, Any] = json.loads(json.dumps(dataclasses.asdict(settings)))
    return result


def from_json(values: Mapping[str, Any]) -> RunSettings:
    """The inverse of `to_json`. Raises SettingsError for names that are not settings."""
    read = dict(values)
    try:
        for name, kind in NESTED.items():
            read[name] = kind(**read[name])
        stem = tuple(read["compact"].stem)
        read["compact"] = dataclasses.replace(read["compact"], stem=stem)
        return RunSettings(**read)
    except (KeyError, TypeError) as error:
        raise SettingsError(f"settings of another version: {error}") from error
