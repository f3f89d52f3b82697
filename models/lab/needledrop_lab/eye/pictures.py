"""Pictures to compare graphs on: photographs from a folder, else rendered ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from .net import EDGE

SUFFIXES = {".jpg", ".jpeg", ".png", ".webp"}


def photographs(folder: Path) -> Iterator[np.ndarray]:
    """The middle squares of all pictures in a folder, each float32 [EDGE * EDGE * 3], 0 to 255."""
    from PIL import Image  # the only part of the lab that reads pictures

    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in SUFFIXES:
            continue
        picture = Image.open(path).convert("RGB")
        edge = min(picture.size)
        left, top = (picture.width - edge) // 2, (picture.height - edge) // 2
        square = picture.crop((left, top, left + edge, top + edge))
        small = square.resize((EDGE, EDGE), Image.Resampling.BILINEAR)
        yield np.asarray(small, dtype=np.float32).reshape(-1)


def rendered(count: int, seed: int = 0) -> Iterator[np.ndarray]:
    """Skies, grounds and things: gradients, discs, stripes and grain, in the same form."""
    random = np.random.default_rng(seed)
    y, x = np.mgrid[0:EDGE, 0:EDGE] / EDGE
    for _ in range(count):
        above, below, thing = random.uniform(0, 255, (3, 3))
        horizon = random.uniform(0.2, 0.8)
        share = np.clip((y - horizon) * random.uniform(1, 40) + 0.5, 0, 1)[..., None]
        picture = above * (1 - share) + below * share
        middle, radius = random.uniform(0.2, 0.8, 2), random.uniform(0.05, 0.35)
        distance = np.hypot(x - middle[0], y - middle[1])[..., None]
        picture = np.where(distance < radius, thing * (1.2 - distance / radius), picture)
        stripes = np.sin((x * random.uniform(-1, 1) + y) * random.uniform(10, 200))
        picture = picture + random.uniform(0, 40) * stripes[..., None]
        picture = picture + random.normal(0, random.uniform(0, 25), picture.shape)
        yield np.clip(picture, 0, 255).astype(np.float32).reshape(-1)
