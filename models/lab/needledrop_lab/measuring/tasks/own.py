"""Ten tasks of our own from a manifest: distinctions that matter to an editor.

Labels that hardly occur are left out, as in the paper. Items keep the manifest's split, so pieces
of one work never lie on both sides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ...corpus.items import Item
from .task import Clip, Kind, Task, TaskError, most_common_first

LEAST = 3  # clips in train and in test that have a label: the paper's "more than 2"
ENERGIES = ("low energy", "medium energy", "high energy")  # thirds of its range, 0 to 1
BEATS = {
    "4/4": "four beats in a bar",
    "3/4": "waltz, three beats in a bar",
    "2/4": "march, two beats in a bar",
    "6/8": "six eight time",
    "12/8": "twelve eight time",
}

Labels = Callable[[Item], tuple[str, ...]]


def of_kind(kind: str) -> Labels:
    """The item's tags of a kind."""
    return lambda item: tuple(dict.fromkeys(item.kinds.get(kind, ())))


def of_fact(name: str) -> Labels:
    """What a fact says in words."""

    def labels(item: Item) -> tuple[str, ...]:
        value = item.facts.get(name)
        return (value,) if isinstance(value, str) and value else ()

    return labels


def energy_class(item: Item) -> tuple[str, ...]:
    """Low, medium or high, by thirds of its range."""
    energy = item.facts.get("energy")
    if energy is None or isinstance(energy, str):
        return ()
    return (ENERGIES[min(int(3 * energy), 2)],)


def key_mode(item: Item) -> tuple[str, ...]:
    """Major or minor; other modes are neither."""
    mode = item.facts.get("mode")
    return (f"{mode} key",) if mode in ("major", "minor") else ()


def recorded_tags(item: Item) -> tuple[str, ...]:
    """All tags of music that people recorded, as its own catalogue gives them."""
    return item.tags if item.source == "recorded" else ()


OWN: Mapping[str, tuple[Kind, Labels]] = {
    "style": ("one", of_fact("style")),
    "mood": ("many", of_kind("mood")),
    "instrument": ("many", of_kind("instrument")),
    "use": ("many", of_kind("use")),
    "era": ("one", of_kind("era")),
    "tempo": ("one", of_kind("tempo")),
    "mode": ("one", key_mode),
    "metre": ("one", of_fact("metre")),
    "energy": ("one", energy_class),
    "macleod": ("many", recorded_tags),
}


def own_task(name: str, items: Sequence[Item]) -> Task:
    """One of ours from a manifest's items.

    Raises TaskError where too few items have a label. An item takes part if it has a label, of
    kind `one` if it has one only.
    """
    if name not in OWN:
        raise TaskError(f"there is no task {name!r}; there are {', '.join(OWN)}")
    kind, labels_of = OWN[name]
    found = {item.id: labels_of(item) for item in items}
    counts = {
        split: Counter(label for i in items if i.split == split for label in found[i.id])
        for split in ("train", "test")
    }
    kept = {
        label
        for label in counts["train"]
        if all(count[label] >= LEAST for count in counts.values())
    }
    if len(kept) < 2:
        raise TaskError(
            f"{name}: {len(kept)} labels have {LEAST} clips in train and in test; "
            "build a larger corpus with `lab corpus build`"
        )
    clips = []
    for item in items:
        labels = tuple(label for label in found[item.id] if label in kept)
        if (len(labels) == 1) if kind == "one" else labels:
            clips.append(Clip(item.id, Path(item.audio), item.split, labels))
    order = most_common_first(label for clip in clips for label in clip.labels)
    return Task(name, kind, order, tuple(clips), BEATS if name == "metre" else {})
