"""Can the composed pieces be told apart by ear? Two linear probes on log-mel statistics.

A probe that knows nothing but how loud each mel band is, how much it varies and how fast it changes
names the style and the instruments of pieces it did not hear. What it mixes up sounds alike; what
it cannot hear is labelled but not audible. Both are for the composer to mend.
"""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from ..audio.log_mel import FrontEnd, level, track_features
from ..files import write_json
from .metrics import roc_auc

FRONT = dataclasses.replace(FrontEnd(), mel_bands=128)
FOLDS = 5
LEAST_PIECES = 20  # labels that fewer pieces carry are not probed
WORST = 15  # confusions and instruments named in what is printed


@dataclass(frozen=True)
class Piece:
    """A rendered piece: its audio and the composer's labels."""

    audio: Path
    style: str
    instruments: frozenset[str]


def load_pieces(corpus: Path) -> list[Piece]:
    """Pieces of a composed corpus that have been rendered; raises SystemExit if there is none."""
    try:
        lines = (corpus / "pieces.jsonl").read_text("utf-8").splitlines()
    except OSError as error:
        raise SystemExit(f"{corpus} holds no corpus ({error}); write one with compose") from error
    rows = [json.loads(line) for line in lines if line]
    pieces = [
        Piece(corpus / row["audio"], row["style"], frozenset(row["instruments"])) for row in rows
    ]
    rendered = [piece for piece in pieces if piece.audio.exists()]
    if not rendered:
        raise SystemExit(f"no piece of {corpus} has audio; run render first")
    return rendered


def statistics(power: np.ndarray) -> np.ndarray:
    """Logarithm of mel power [frames, bands] -> [3 * bands], deaf to gain.

    Mean and deviation over time, and deviation of the change from frame to frame.
    """
    logarithm = level(torch.from_numpy(power.astype(np.float32)).exp()[None])[0].numpy()
    change = np.diff(logarithm, axis=0)
    return np.concatenate([logarithm.mean(axis=0), logarithm.std(axis=0), change.std(axis=0)])


def all_statistics(pieces: Sequence[Piece]) -> np.ndarray:
    """Statistics of every piece, [pieces, 3 * bands]."""
    return np.stack([statistics(track_features(piece.audio, FRONT)) for piece in pieces])


def listener(balanced: bool) -> Pipeline:
    """Standardised features into logistic regression."""
    weight = "balanced" if balanced else None
    return make_pipeline(
        StandardScaler(), LogisticRegression(C=0.1, max_iter=1000, class_weight=weight)
    )


def folds(styles: np.ndarray) -> list[tuple[np.ndarray, np.ndarray]]:
    """Training and test rows; every style is spread evenly over the folds."""
    rarest, count = min(Counter(styles.tolist()).items(), key=lambda pair: pair[1])
    if count < FOLDS:
        raise SystemExit(f"the probe needs {FOLDS} pieces a style; {rarest} has {count}")
    split = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    return list(split.split(styles[:, None], styles))


def probe_styles(features: np.ndarray, styles: np.ndarray) -> dict[str, Any]:
    """Accuracy, recall of each style (worst first) and the pairs mixed up (most often first)."""
    guessed = np.empty_like(styles)
    for known, asked in folds(styles):
        guessed[asked] = (
            listener(False).fit(features[known], styles[known]).predict(features[asked])
        )
    right = guessed == styles
    recall = {name: float(right[styles == name].mean()) for name in np.unique(styles).tolist()}
    mixed = Counter(
        (true, guess) for true, guess in zip(styles.tolist(), guessed.tolist(), strict=True)
    )
    return {
        "styles": len(recall),
        "accuracy": float(right.mean()),
        "recall": dict(sorted(recall.items(), key=lambda pair: pair[1])),
        "confusions": [
            {"style": true, "takenFor": guess, "pieces": count}
            for (true, guess), count in mixed.most_common()
            if true != guess
        ],
    }


def area_within(scores: np.ndarray, truth: np.ndarray, styles: np.ndarray) -> float:
    """ROC-AUC over pairs of one style only; NaN where no style has pieces with and without.

    Styles have instruments of their own, so a listener who knows the style can guess them. Among
    pieces of one style there is nothing to guess from.
    """
    areas, pairs = [], []
    for style in np.unique(styles):
        own = truth[styles == style]
        if own.any() and not own.all():
            areas.append(roc_auc(scores[styles == style], own))
            pairs.append(own.sum() * (~own).sum())
    return float(np.average(areas, weights=pairs)) if areas else float("nan")


def mean_of(values: Sequence[float]) -> float | None:
    """Mean of the numbers among the values, None if there is none."""
    known = [value for value in values if not np.isnan(value)]
    return float(np.mean(known)) if known else None


def probe_instruments(
    features: np.ndarray, styles: np.ndarray, instruments: Sequence[frozenset[str]]
) -> dict[str, Any]:
    """ROC-AUC of every instrument (worst first), one against the rest.

    `rocAuc` is the mean over the folds; `withinStyle` compares pieces of one style only.
    """
    counts = Counter(name for labels in instruments for name in labels)
    rows = folds(styles)
    found: dict[str, dict[str, float]] = {}
    for name, count in sorted(counts.items()):
        truth = np.array([name in labels for labels in instruments])
        if count < LEAST_PIECES or truth.all():
            continue
        scores, areas = np.zeros(len(truth)), []
        for known, asked in rows:
            if truth[known].any() and not truth[known].all():
                model = listener(True).fit(features[known], truth[known])
                scores[asked] = model.decision_function(features[asked])
                areas.append(roc_auc(scores[asked], truth[asked]))
        mean, within = mean_of(areas), area_within(scores, truth, styles)
        if mean is not None:
            found[name] = {"rocAuc": mean, "withinStyle": within, "pieces": count}
    return {
        "instruments": len(found),
        "macroRocAuc": mean_of([row["rocAuc"] for row in found.values()]),
        "macroWithinStyle": mean_of([row["withinStyle"] for row in found.values()]),
        "byName": {
            name: {key: None if np.isnan(value) else value for key, value in row.items()}
            for name, row in sorted(found.items(), key=lambda pair: pair[1]["rocAuc"])
        },
    }


def run_probe(corpora: Sequence[Path], out: Path) -> None:
    """Probe the pieces of all corpora together; write `out` and print the worst."""
    pieces = [piece for corpus in corpora for piece in load_pieces(corpus)]
    features, styles = all_statistics(pieces), np.array([piece.style for piece in pieces])
    style = probe_styles(features, styles)
    instrument = probe_instruments(features, styles, [piece.instruments for piece in pieces])
    result = {"pieces": len(pieces), "style": style, "instrument": instrument}
    write_json(out, result)
    print(f"{style['styles']} styles, {len(pieces)} pieces: accuracy {style['accuracy']:.3f}")
    for pair in style["confusions"][:WORST]:
        print(f"  {pair['style']} taken for {pair['takenFor']}: {pair['pieces']}")
    print(
        f"{instrument['instruments']} instruments: macro ROC-AUC {shown(instrument['macroRocAuc'])}"
    )
    print(f"  among pieces of one style {shown(instrument['macroWithinStyle'])}")
    for name, row in list(instrument["byName"].items())[:WORST]:
        print(f"  {name}: {shown(row['rocAuc'])}, in one style {shown(row['withinStyle'])}")


def shown(value: float | None) -> str:
    """Three decimals, or a dash for a figure that could not be measured."""
    return "-" if value is None else f"{value:.3f}"
