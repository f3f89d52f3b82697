"""Measures needledrop-base on held-out tracks, ranked as the engine ranks them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler
from tokenizers import Tokenizer

from ..audio.cache import Front
from ..audio.log_mel import FrontEnd, level
from ..corpus import Track
from ..model.tokens import encode
from ..model.towers import AudioTower, BlockTower, TextTower
from .metrics import macro_roc_auc, median_rank, ranks, recall_at

LEAST_POSITIVES = 3  # tags rarer than this among the held-out tracks are not measured
KINDS = ("genre", "mood", "instrument", "use")


def section_starts(frames: int, front: Front) -> list[int]:
    """First frames of a track's sections: every half section, one at the end if much is left."""
    length, hop = front.frames, (front.frames + 1) // 2
    starts = list(range(0, frames - length + 1, hop))
    if frames - (starts[-1] + length) > hop / 2:
        starts.append(frames - length)
    return starts


@torch.no_grad()
def embed_sections(
    tower: AudioTower | BlockTower, features: np.ndarray, front: FrontEnd
) -> np.ndarray:
    """Unit vectors [sections, dimension] of a track's cached features."""
    power = torch.from_numpy(np.array(features, np.float32)).exp()
    sections = [power[s : s + front.frames] for s in section_starts(len(power), front)]
    rows = [tower(torch.stack(sections[i : i + 32])) for i in range(0, len(sections), 32)]
    return torch.cat(rows).float().numpy()


@torch.no_grad()
def embed_texts(tower: TextTower, tokenizer: Tokenizer, texts: Sequence[str]) -> np.ndarray:
    """Unit vectors [texts, dimension]."""
    rows = [
        tower(*encode(tokenizer, texts[i : i + 64], 64)).float() for i in range(0, len(texts), 64)
    ]
    return torch.cat(rows).numpy()


def score(sections: Sequence[np.ndarray], queries: np.ndarray) -> np.ndarray:
    """Track scores [tracks, queries]: half the best section, half the mean of the best three.

    This is how the engine ranks tracks.
    """
    rows = []
    for vectors in sections:
        similarity = np.sort(vectors @ queries.T, axis=0)[::-1]
        rows.append(similarity[0] / 2 + similarity[:3].mean(axis=0) / 2)
    return np.stack(rows)


def measured_tags(tracks: Sequence[Track], kind: str | None) -> list[str]:
    """Tags of one kind (or all) that enough of the tracks have and enough have not."""
    counts: dict[str, int] = {}
    for track in tracks:
        for tag in track.tags if kind is None else track.kinds.get(kind, ()):
            counts[tag] = counts.get(tag, 0) + 1
    most = len(tracks) - LEAST_POSITIVES
    return sorted(tag for tag, count in counts.items() if LEAST_POSITIVES <= count <= most)


def labels_of(tracks: Sequence[Track], tags: Sequence[str]) -> np.ndarray:
    """bool [tracks, tags]."""
    return np.array([[tag in track.tags for tag in tags] for track in tracks])


def tag_figure(
    tracks: Sequence[Track],
    sections: Sequence[np.ndarray],
    tags: Sequence[str],
    tower: TextTower,
    tokenizer: Tokenizer,
) -> float:
    """Macro ROC-AUC of cosine(tag, track)."""
    similarity = score(sections, embed_texts(tower, tokenizer, tags))
    return macro_roc_auc(similarity, labels_of(tracks, tags))


def sentence_figures(
    sections: Sequence[np.ndarray], captions: Sequence[str], tower: TextTower, tokenizer: Tokenizer
) -> tuple[float, float]:
    """R@10 and median rank of finding each track by its own sentence among all of them."""
    rank = ranks(score(sections, embed_texts(tower, tokenizer, captions)).T)
    return recall_at(rank, 10), median_rank(rank)


def figures(
    text: TextTower,
    audio: AudioTower | BlockTower,
    front: FrontEnd,
    tokenizer: Tokenizer,
    tracks: Sequence[Track],
    features: Path,
) -> dict[str, float]:
    """All figures of the held-out `tracks`, named source + measure."""
    text.eval()
    audio.eval()
    result: dict[str, float] = {}
    for source in ("recorded", "generated", "composed"):
        chosen = [track for track in tracks if track.source == source]
        if not chosen:
            continue
        sections = [
            embed_sections(audio, np.load(features / f"{t.id}.npy", mmap_mode="r"), front)
            for t in chosen
        ]
        result[f"{source}Tracks"] = len(chosen)
        for kind in (None, *KINDS):
            tags = measured_tags(chosen, kind)
            if tags:
                name = f"{source}{(kind or 'all').capitalize()}"
                result[f"{name}Tags"] = len(tags)
                result[f"{name}RocAuc"] = tag_figure(chosen, sections, tags, text, tokenizer)
        firsts = _one_per_caption(chosen)
        if len(firsts) > 10:
            # of several captions the last but one: the full sentence of a composed piece
            captions = [
                chosen[i].captions[-2 if len(chosen[i].captions) > 1 else 0] for i in firsts
            ]
            recall, median = sentence_figures(
                [sections[i] for i in firsts], captions, text, tokenizer
            )
            result[f"{source}Sentences"] = len(firsts)
            result[f"{source}SentenceRecallAt10"] = recall
            result[f"{source}SentenceMedianRank"] = median
    return result


def baseline_figure(
    train: Sequence[Track], held_out: Sequence[Track], features: Path, tags: Sequence[str]
) -> float:
    """Macro ROC-AUC of one logistic regression a tag on mean and deviation of the log-mel bands."""
    known, asked = (
        np.stack([_statistics(np.load(features / f"{t.id}.npy")) for t in tracks])
        for tracks in (train, held_out)
    )
    scaler = StandardScaler().fit(known)
    truth = labels_of(train, tags)
    columns = []
    for column in range(len(tags)):
        if truth[:, column].all() or not truth[:, column].any():
            columns.append(np.zeros(len(held_out)))
            continue
        model = LogisticRegression(max_iter=500, C=0.1, class_weight="balanced")
        model.fit(scaler.transform(known), truth[:, column])
        columns.append(model.decision_function(scaler.transform(asked)))
    return macro_roc_auc(np.stack(columns, axis=1), labels_of(held_out, tags))


def _statistics(features: np.ndarray) -> np.ndarray:
    logarithm = level(torch.from_numpy(features.astype(np.float32)).exp()[None])[0].numpy()
    return np.concatenate([logarithm.mean(axis=0), logarithm.std(axis=0)])


def _one_per_caption(tracks: Sequence[Track]) -> list[int]:
    first: dict[str, int] = {}
    for index, track in enumerate(tracks):
        if track.captions:
            first.setdefault(track.captions[0], index)
    return sorted(first.values())
