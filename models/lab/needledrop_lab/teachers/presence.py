"""Which of an editor's words the teachers hear: data/teachers.json maps their labels to words."""

from __future__ import annotations

import json
import warnings
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from .lessons import TAGGERS, Lesson
from .taggers import TeacherError

STEEPNESS = 1.7  # of presence over standard deviations
HALF = 1.0  # standard deviations above the usual at which a word is half present


@cache
def _table() -> dict[str, Any]:
    text = files("needledrop_lab").joinpath("data/teachers.json").read_text("utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


def taught_words() -> list[str]:
    """The words that some teacher hears."""
    return list(_table()["tags"])


class Presence:
    """Presence of words, from 0 to 1, in what teachers hear.

    Teachers are sure of different things, so each label's logit is compared with what is usual for
    it; a word is the mean of its labels.
    """

    def __init__(self, class_names: Sequence[str], sample: Sequence[Lesson]) -> None:
        """`sample`: lessons of varied music, by which it is known what is usual."""
        columns = [f"yamnet:{name}" for name in class_names]
        for tagger in TAGGERS:
            data = tagger.partition("-")[0]
            columns += [f"{data}:{tag}" for tag in _table()["columns"][data]]
        self.words = taught_words()
        self.mix = np.zeros((len(columns), len(self.words)), np.float32)
        for word, labels in enumerate(_table()["tags"].values()):
            for label in labels:
                found = [index for index, column in enumerate(columns) if column == label]
                if not found:
                    raise TeacherError(f"data/teachers.json: there is no label {label}")
                self.mix[found, word] = 1 / len(found)
        rows = np.concatenate([_logits(lesson)[::4] for lesson in sample])
        self.mean, self.deviation = usual(rows)

    def of(self, lesson: Lesson) -> np.ndarray:
        """Standard deviations above the usual, [patches, words]; NaN where no teacher listened."""
        standing = (_logits(lesson) - self.mean) / self.deviation
        heard = ~np.isnan(standing)
        total = np.nan_to_num(standing) @ self.mix
        weight = heard.astype(np.float32) @ self.mix
        with np.errstate(invalid="ignore", divide="ignore"):
            result: np.ndarray = np.where(weight > 0, total / weight, np.nan)
        return result


def usual(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean and deviation of each column; NaN for a teacher that heard none of the rows."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # of empty columns
        return np.nanmean(rows, axis=0), np.maximum(np.nanstd(rows, axis=0), 1e-3)


def share(standing: np.ndarray) -> np.ndarray:
    """Standard deviations above the usual -> presence, 0 to 1."""
    result: np.ndarray = 1 / (1 + np.exp(-STEEPNESS * (standing - HALF)))
    return result


def _logits(lesson: Lesson) -> np.ndarray:
    """Logits of all labels, [patches, 521 + 300]."""
    scores = np.clip(lesson.classes.astype(np.float32), 1e-5, 1 - 1e-5)
    classes = np.log(scores / (1 - scores))
    return np.concatenate([classes, lesson.tags.astype(np.float32)], axis=1)
