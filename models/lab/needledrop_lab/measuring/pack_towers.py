"""The towers of an exported pack, run as the engine runs them: the same graphs and sections.

One thread. Any pack can be measured like this, whatever it was trained with.
`docs/architecture.md` describes both kinds of audio graph: of whole sections, and of blocks that
sections share.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from ..audio.log_mel import read_mono
from ..errors import LabError
from ..files import write_array
from ..model.tokens import encode

SECTIONS_A_RUN = 11  # memory grows with the audio in a run
MANIFEST = "pack.json"


class PackError(LabError, ValueError):
    """A folder that holds no pack that can be measured."""


class PackTowers:
    """A pack's graphs.

    `facts`: name, version and hashes of the graphs. `digest` stands for how it embeds audio.
    """

    def __init__(self, folder: Path) -> None:
        manifest = _manifest(folder)
        audio: dict[str, Any] = manifest["audio"]
        self.facts = {
            "name": str(manifest["name"]),
            "version": str(manifest["version"]),
            **{part: _hash(manifest, manifest[part]["file"]) for part in ("text", "audio")},
        }
        self.sample_rate = int(audio["sampleRate"])
        self.section_samples = round(audio["sectionSeconds"] * self.sample_rate)
        self.hop_samples = round(audio["hopSeconds"] * self.sample_rate)
        self.blocks = int(audio.get("blocksPerSection", 1))
        self._max_tokens = int(manifest["text"]["maxTokens"])
        self._tokenizer = Tokenizer.from_file(str(folder / manifest["text"]["tokenizer"]))
        self._text = _session(folder / manifest["text"]["file"])
        self._audio = _session(folder / audio["file"])
        heard = json.dumps([audio, manifest["files"][audio["file"]]], sort_keys=True)
        self.digest = hashlib.sha256(heard.encode()).hexdigest()[:16]

    def texts(self, texts: Sequence[str]) -> np.ndarray:
        """Unit vectors [texts, dimension]; one at a time, as the engine does."""
        rows = []
        for text in texts:
            ids, mask = encode(self._tokenizer, [text], self._max_tokens)
            feeds = {"input_ids": ids.numpy(), "attention_mask": mask.numpy()}
            rows.append(self._text.run(["embedding"], feeds)[0][0])
        return np.stack(rows)

    def embed(self, samples: np.ndarray) -> np.ndarray:
        """Mono samples at `sample_rate`, float32 [n] -> unit vectors [sections, dimension].

        A track shorter than a section is repeated until it fills one.
        """
        length = self.section_samples
        samples = np.resize(samples, max(len(samples), length)).astype(np.float32)
        starts = section_starts(len(samples), length, self.hop_samples)
        runs = [starts[i : i + SECTIONS_A_RUN] for i in range(0, len(starts), SECTIONS_A_RUN)]
        found = [self._audio.run(["embedding"], self._feeds(samples, run))[0] for run in runs]
        return np.concatenate(found)

    def _feeds(self, samples: np.ndarray, starts: Sequence[int]) -> dict[str, np.ndarray]:
        blocks, sections = shared_blocks(samples, starts, self.section_samples, self.blocks)
        return {"audio": blocks} if self.blocks == 1 else {"audio": blocks, "sections": sections}


class Listener:
    """A pack's towers, which embed each audio file once: `cache` keeps the vectors, by pack."""

    def __init__(self, towers: PackTowers, cache: Path) -> None:
        self.towers, self._folder = towers, cache / towers.digest
        self._folder.mkdir(parents=True, exist_ok=True)

    def texts(self, texts: Sequence[str]) -> np.ndarray:
        """Unit vectors [texts, dimension]."""
        return self.towers.texts(texts)

    def sections(self, audio: Path) -> np.ndarray:
        """Unit vectors [sections, dimension] of a file. Raises AudioError."""
        try:
            facts = audio.stat()
        except FileNotFoundError as error:
            raise PackError(f"{audio} is missing; fetch or render it first") from error
        named = f"{audio.resolve()} {facts.st_size} {facts.st_mtime_ns}"
        kept = self._folder / f"{hashlib.sha256(named.encode()).hexdigest()[:32]}.npy"
        if not kept.exists():
            write_array(kept, self.towers.embed(read_mono(audio, self.towers.sample_rate)))
        vectors: np.ndarray = np.load(kept)
        return vectors


def section_starts(samples: int, length: int, hop: int) -> list[int]:
    """First samples of a track's sections: every hop, and one that ends with the track where the
    others leave more than half a hop."""
    starts = list(range(0, samples - length + 1, hop))
    if samples - (starts[-1] + length) > hop / 2:
        starts.append(samples - length)
    return starts


def shared_blocks(
    samples: np.ndarray, starts: Sequence[int], length: int, per_section: int
) -> tuple[np.ndarray, np.ndarray]:
    """Blocks, float32 [N, length / per_section], and the blocks of each section, int64 [S, k].

    Blocks that start at the same sample are the same block.
    """
    size = length // per_section
    row_of: dict[int, int] = {}
    rows = [
        [row_of.setdefault(start + i * size, len(row_of)) for i in range(per_section)]
        for start in starts
    ]
    return np.stack([samples[first : first + size] for first in row_of]), np.array(rows, np.int64)


def _manifest(folder: Path) -> dict[str, Any]:
    """pack.json. Raises PackError for what is none, or has files that are not those it names."""
    path = folder / MANIFEST
    try:
        manifest: dict[str, Any] = json.loads(path.read_text("utf-8"))
        used = [manifest["text"]["file"], manifest["text"]["tokenizer"], manifest["audio"]["file"]]
        strays = [name for name in used if _sha256(folder / name) != _hash(manifest, name)]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise PackError(
            f"{folder} holds no pack ({error!r}); write one with `lab export`"
        ) from error
    if strays:
        raise PackError(f"{folder}: {', '.join(strays)} differ from {MANIFEST}; write it again")
    return manifest


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _hash(manifest: dict[str, Any], name: str) -> str:
    return str(manifest["files"][name]["sha256"])


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(path, options)
