"""A text and the tags that say the same."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TextPair:
    """A sentence and the tags that say the same; `avoid` are tags that say the contrary."""

    source: str
    group: str
    text: str
    tags: tuple[str, ...]
    avoid: tuple[str, ...] = ()
