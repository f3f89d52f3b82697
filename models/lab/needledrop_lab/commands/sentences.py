"""Sentence vectors of texts by all-MiniLM-L6-v2 as it comes, for `npm run evaluate -- --minilm`.

    lab sentences TEXTS.json --out VECTORS.json

TEXTS is a list of strings that `npm run evaluate -- --texts TEXTS.json` wrote. The product does not
hold this model; its text tower was trained from it.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from ..errors import LabError
from ..files import write_text
from ..model.pretrained import sentence_vectors

MODEL = "all-MiniLM-L6-v2"


class TextsError(LabError, ValueError):
    """A file that is no list of texts."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The texts, and where their vectors go."""
    parser.add_argument("texts", type=Path)
    parser.add_argument("--out", type=Path, required=True)


def run(options: argparse.Namespace) -> None:
    """Write one vector for each text."""
    try:
        texts = json.loads(options.texts.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise TextsError(f"{options.texts} cannot be read: {error}") from error
    if not (isinstance(texts, list) and all(isinstance(text, str) for text in texts)):
        raise TextsError(f"{options.texts} is no list of texts; write it with --texts")
    rows = [[round(x, 6) for x in row] for row in sentence_vectors(texts).tolist()]
    found = {"model": MODEL, "vectors": dict(zip(texts, rows, strict=True))}
    write_text(options.out, json.dumps(found, ensure_ascii=False))
    print(f"wrote {len(texts)} vectors to {options.out}")
