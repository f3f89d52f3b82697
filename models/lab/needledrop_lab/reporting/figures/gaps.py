"""Similarity gaps: how far tags, captions and tracks lie from each other in a joint space.

A system trained on tags draws captions together, one trained on captions draws tags together; the
paper reads that off the means and deviations of these cosines.
"""

from __future__ import annotations

import numpy as np

from ...measuring.zero_shot import similarity

Gap = dict[str, float]


def gaps(tags: np.ndarray, captions: np.ndarray, audio: np.ndarray) -> dict[str, Gap]:
    """Mean and deviation of cosines, of [tags, width] and pairs of [pairs, width] each.

    Between tags and between captions those of two different ones; between captions and tracks those
    of every caption with every track (`captionAudio`) and with its own (`matching`).
    """
    across = similarity(captions, audio)
    return {
        "tagTag": _spread(_unlike(similarity(tags, tags))),
        "captionCaption": _spread(_unlike(similarity(captions, captions))),
        "captionAudio": _spread(across.ravel()),
        "matching": _spread(np.diag(across)),
    }


def _unlike(square: np.ndarray) -> np.ndarray:
    """Each pair of different things once."""
    result: np.ndarray = square[np.triu_indices(len(square), k=1)]
    return result


def _spread(cosines: np.ndarray) -> Gap:
    return {"mean": float(cosines.mean()), "deviation": float(cosines.std())}
