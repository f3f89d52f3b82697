"""Markdown from plain JSON values. An unmeasured figure is a dash."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

DASH = "\N{EN DASH}"
NAMES = {
    "random": "Random",
    "bm25": "BM25 on tag captions",
    "classification": "Classification",
    "triplet-wordvec-tag": "Triplet, word vectors, tag",
    "triplet-wordvec-sentence": "Triplet, word vectors, sentence",
    "triplet-wordvec-stochastic": "Triplet, word vectors, stochastic",
    "triplet-bert-tag": "Triplet, BERT, tag",
    "triplet-bert-sentence": "Triplet, BERT, sentence",
    "triplet-bert-stochastic": "Triplet, BERT, stochastic",
    "contrastive-bert-tag": "Contrastive, BERT, tag",
    "contrastive-bert-sentence": "Contrastive, BERT, sentence",
    "contrastive-bert-stochastic": "Contrastive, BERT, stochastic",
}

Json = Mapping[str, Any]


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table: words in the first column, figures in the others."""
    lines = [header, ["---", *["--:"] * (len(header) - 1)], *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def percent(value: float | None) -> str:
    """A share or an area in per cent."""
    return DASH if value is None else f"{100 * value:.1f}"


def rank(value: float | None) -> str:
    """A median rank: whole, or with a half."""
    return DASH if value is None else f"{value:.1f}".removesuffix(".0")


def decimals(value: float | None) -> str:
    """A cosine."""
    return DASH if value is None else f"{value:.3f}"


def figure(row: Json | None, name: str) -> float | None:
    """A figure's value: of an estimate with an interval, of a bare number, or None."""
    found = None if row is None else row.get(name)
    value = found.get("value") if isinstance(found, Mapping) else found
    return None if value is None else float(value)


def interval(row: Json | None, name: str, written: Callable[[float | None], str] = percent) -> str:
    """The ends of a figure's interval, or nothing where it has none."""
    found = None if row is None else row.get(name)
    if not isinstance(found, Mapping) or found.get("low") is None or found.get("high") is None:
        return ""
    return f"{written(found['low'])}{DASH}{written(found['high'])}"


def named(system: str) -> str:
    """A system in words."""
    return NAMES.get(system, system)


def missing(what: str, command: str) -> str:
    """For a section whose key is not in the file."""
    return f"Not measured yet: {what} come with `{command}`."


def provenance(value: Json) -> str:
    """The command and the machine that produced a section's figures."""
    device = f", {value['device']}" if "device" in value else ""
    return f"Made by `{value['command']}` ({value['machine']}{device})."
