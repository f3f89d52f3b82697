"""Everything a run depends on besides its music; read from recipes, changed by name."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, get_type_hints

from ..model.settings import ModelSettings, SettingsError
from .selection import Selection
from .texts import Representation

T = TypeVar("T")


@dataclass(frozen=True)
class Settings(ModelSettings):
    """The model's settings and how it is trained. Batches are drawn in one of two ways.

    From a manifest: `batch` tracks, each with a text made of its tags. From folders: so many tracks
    of each source with spoken captions or tags, and text pairs that have no audio.
    """

    corpus: Literal["manifest", "folders"] = "manifest"
    representation: Representation = "stochastic"  # of a track's tags
    batch: int = 64  # tracks; of folders, those of a validation batch
    # batches of folders: a number of each source, so that recorded music is in every batch
    recorded: int = 0
    generated: int = 0
    composed: int = 0
    songs: int = 0
    text_pairs: int = 0
    lessons: int = 0  # tracks of any source, of which only what is heard is learnt
    scene_share: float = 0.5  # of the text pairs
    caption_share: float = 0.35  # of the tracks' texts; the others are stochastic tags
    most_tags: int = 0  # that stochastic text draws from; 0: all
    text_weight: float = 0.5  # of the loss of text pairs
    without: str = ""  # names of selection.NAMES, separated by commas: what a run learns nothing of
    fold: int | None = None  # of the recorded tracks, which is for testing; all others are learnt
    # optimiser: Adam with decoupled weight decay
    rate: float = 5e-5  # of all weights that are given no rate of their own
    audio_rate: float | None = None  # of the audio tower
    text_rate: float | None = None  # of pretrained text weights
    head_rate: float | None = None  # of text projections and the temperature
    centroid_rate: float | None = None  # of class centroids; None: that of heads
    weight_decay: float = 0.0
    beta2: float = 0.999  # decay of the mean squared gradient
    clip: float | None = None  # largest norm of the gradient; None: any
    # schedule: rates rise linearly and fall as half a cosine that ends with `steps`
    steps: int = 100_000
    warm_up: float = 0.1  # share of the steps in which rates rise
    warm_up_steps: int | None = None  # instead of that share
    decay_from: Literal["warm-up", "start"] = "warm-up"  # where the cosine starts
    floor: float = 1e-9  # least factor on the rates
    stop: int | None = None  # end after so many steps of the schedule; None: after all
    # validation, and after it a checkpoint
    valid_every: int = 1_000
    valid_batches: int = 16
    patience: int = 20  # validations without a lower loss after which a run ends; 0: never
    keep: Literal["best", "last"] = "best"  # weights that a run results in

    def __post_init__(self) -> None:
        super().__post_init__()
        for name in ("batch", "steps", "valid_every", "valid_batches", "max_tokens"):
            if getattr(self, name) < 1:
                raise SettingsError(f"{name} must be 1 or more, not {getattr(self, name)}")
        for name in ("patience", "most_tags"):
            if getattr(self, name) < 0:
                raise SettingsError(f"{name} must be 0 or more, not {getattr(self, name)}")
        Selection.of(self.without, self.fold)

    @property
    def selection(self) -> Selection:
        """What is learnt from."""
        return Selection.of(self.without, self.fold)

    @property
    def last_step(self) -> int:
        """Steps after which a run ends."""
        return self.steps if self.stop is None else min(self.stop, self.steps)


UNSAID = {"without": "", "fold": None}  # values that mean all there is, and are not written
NESTED = {
    name: kind for name, kind in get_type_hints(Settings).items() if dataclasses.is_dataclass(kind)
}


def applied(settings: Settings, changes: Mapping[str, Any]) -> Settings:
    """Settings with other values; a shape may be given whole or as a mapping of some of its sizes.

    :raises SettingsError: there is no such setting, or it cannot have that value.
    """
    values: dict[str, Any] = {}
    known = {field.name for field in dataclasses.fields(Settings)}
    for name, value in changes.items():
        if name not in known:
            raise SettingsError(f"there is no setting {name!r}; there are {sorted(known)}")
        if name in NESTED and isinstance(value, Mapping):
            value = _shape(name, getattr(settings, name), value)
        values[name] = value
    return dataclasses.replace(settings, **values)


def _shape(name: str, shape: T, sizes: Mapping[str, Any]) -> T:
    """A shape of towers or front-ends with other sizes; lists become tuples."""
    read = {key: tuple(value) if isinstance(value, list) else value for key, value in sizes.items()}
    try:
        return dataclasses.replace(shape, **read)  # type: ignore[type-var]
    except TypeError as error:
        raise SettingsError(f"settings of another version: {name}: {error}") from error


def parsed(changes: Sequence[str]) -> dict[str, Any]:
    """`name=value` texts as changes, values read as JSON; numbers, words and null only."""
    values: dict[str, Any] = {}
    simple = {field.name for field in dataclasses.fields(Settings)} - set(NESTED)
    for change in changes:
        name, _, value = change.partition("=")
        if name not in simple:
            raise SettingsError(f"there is no setting {name!r}; there are {sorted(simple)}")
        try:
            values[name] = json.loads(value)
        except json.JSONDecodeError:
            values[name] = value
    return values


def to_json(settings: Settings) -> dict[str, Any]:
    """As plain JSON values."""
    values: dict[str, Any] = json.loads(json.dumps(dataclasses.asdict(settings)))
    return {
        name: value for name, value in values.items() if name not in UNSAID or value != UNSAID[name]
    }


def from_json(values: Mapping[str, Any]) -> Settings:
    """The inverse of `to_json`. Raises SettingsError for a missing or an unknown setting."""
    known = {field.name for field in dataclasses.fields(Settings)}
    settings = applied(Settings(), {name: values[name] for name in known & values.keys()})
    if other := list(differences(dict(values), to_json(settings))):
        raise SettingsError(f"settings of another version: {'; '.join(other)}")
    return settings


def differences(one: Any, other: Any, name: str = "") -> Iterator[str]:  # noqa: ANN401 - any JSON
    """Where two JSON values differ, as "bert.width is 8 there and 16 now"."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in {**one, **other}:
            inner = f"{name}.{key}" if name else key
            yield from differences(one.get(key), other.get(key), inner)
    elif one != other:
        long = max(len(str(one)), len(str(other))) > 80
        yield f"{name} differs" if long else f"{name} is {one} there and {other} now"
