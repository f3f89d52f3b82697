"""How fast the ten systems train, relative to the arithmetic throughput of the machine.

The key `speed` of docs/results.json: the command, budget, machine and device; `arithmetic`,
the type of the towers' numbers; `product`, the side of the square matrices multiplied to find the
limit; `batch` and `steps` measured; and `rows`. A row has its `system`, secondsPerStep,
samplesPerSecond, gflopPerStep, gflopPerSecond, limitGflopPerSecond, ofLimit and `parts`, the shares
of a step's time: waiting for `data`, the `audio` and `text` tower forwards and backwards, the
`objective`, the `optimiser`. Times are medians, and a multiplication with an addition is two
operations; those of element-wise work and of the optimiser are not counted, as is usual.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import fmean, median
from typing import Any

import torch
from torch import Tensor
from torch.utils.flop_counter import FlopCounterMode

from ..corpus.pool import Pool
from ..model.settings import SettingsError
from ..model.two_towers import Language, TwoTowers
from ..training.batches import PoolBatches
from ..training.optimiser import backward, optimiser_of, optimiser_step
from ..training.plan import Plan
from ..training.recipes import SYSTEMS
from ..training.settings import Settings, applied

PARTS = ("data", "audio", "text", "objective", "optimiser")
PRODUCT = {"cpu": 2_048, "cuda": 8_192}  # side of matrices large enough to be worth all threads
COUNTED = 3  # steps whose operations are counted: texts differ in length
WARM_UP = 2  # rounds that are not measured


class Watch:
    """Seconds spent in each part of the steps."""

    def __init__(self, device: torch.device) -> None:
        self.device = device
        self.seconds = dict.fromkeys(PARTS, 0.0)
        self.part: str | None = None
        self.since = 0.0

    def enter(self, part: str | None) -> None:
        """Time counts for this part from now on; None: for no part."""
        now = clock(self.device)
        if self.part is not None:
            self.seconds[self.part] += now - self.since
        self.part, self.since = part, now

    def shares(self) -> dict[str, float]:
        """Of all the time that was some part's."""
        whole = sum(self.seconds.values())
        return {part: seconds / whole for part, seconds in self.seconds.items()}


class WatchedTowers(TwoTowers):
    """Towers that report to a watch when they compute."""

    watch: Watch | None = None

    def embed_audio(self, features: Tensor) -> Tensor:
        return self._watched("audio", lambda: super(WatchedTowers, self).embed_audio(features))

    def embed_text(self, texts: Sequence[str]) -> Tensor:
        return self._watched("text", lambda: super(WatchedTowers, self).embed_text(texts))

    def _watched(self, part: str, work: Callable[[], Tensor]) -> Tensor:
        watch = self.watch
        if watch is None:
            return work()
        watch.enter(part)
        made = work()
        watch.enter("objective")
        # Its gradient arrives when the way back through this tower begins. What was computed last
        # goes back first, so the one tower is through before the other begins.
        made.register_hook(lambda _: watch.enter(part))  # type: ignore[no-untyped-call]
        return made


class Training:
    """A run as `train_run` begins it, one step at a time."""

    def __init__(self, plan: Plan, pool: Pool, language: Language, device: torch.device) -> None:
        torch.manual_seed(plan.seed)
        self.plan, self.device = plan, device
        self.towers = WatchedTowers(plan.settings, language, pool.vocabulary).to(device)
        self.batches = PoolBatches(plan, pool)
        self.optimiser = optimiser_of(self.towers, plan.settings)
        self.towers.train()

    @property
    def batch(self) -> int:
        """Tracks of a batch."""
        music = self.batches.train(0).music
        return 0 if music is None else len(music.texts)

    def step(self, step: int) -> float:
        """A training step; its loss."""
        loss = backward(self.towers, self.optimiser, self.batches.train(step))
        optimiser_step(self.towers, self.optimiser, self.plan.settings, step)
        return loss.item()

    def watched_step(self, step: int, watch: Watch) -> float:
        """The same, and what of it took how long."""
        self.towers.watch = watch
        watch.enter("data")
        batch = self.batches.train(step)
        watch.enter("objective")
        loss = backward(self.towers, self.optimiser, batch)
        watch.enter("optimiser")
        optimiser_step(self.towers, self.optimiser, self.plan.settings, step)
        watch.enter(None)
        self.towers.watch = None
        return loss.item()

    def operations(self, step: int) -> int:
        """Floating-point operations of a step's way forward and back."""
        batch = self.batches.train(step)
        return count(lambda: backward(self.towers, self.optimiser, batch))


def speeds(
    pool: Pool,
    changes: Mapping[str, Any],
    corpus: Path,
    language: Callable[[Settings], Language],
    device: torch.device,
    steps: int,
) -> dict[str, Any]:
    """Measure every system for `steps` steps; plain JSON values.

    `changes` are of the recipes' settings, such as those of a budget. `corpus` is the folder of the
    manifest, with cached features in it. Raises SettingsError for fewer steps than one.
    """
    if steps < 1:
        raise SettingsError(f"steps must be 1 or more, not {steps}")
    common = applied(Settings(), changes)
    kind = torch.bfloat16 if common.bf16 else torch.float32
    side = PRODUCT[device.type]
    rows = []
    for system in SYSTEMS.values():
        settings = system.settings(changes)
        plan = Plan(system.name, 1, settings, corpus / settings.features)
        training = Training(plan, pool, language(settings), device)
        rows.append({"system": system.name, **speed(training, steps, Product(side, kind, device))})
        print(f"{system.name}: {rows[-1]['samplesPerSecond']:.1f} samples/s", flush=True)
    return {
        "arithmetic": str(kind).removeprefix("torch."),
        "product": side,
        "batch": common.batch,
        "steps": steps,
        "rows": rows,
    }


def speed(training: Training, steps: int, product: Product) -> dict[str, Any]:
    """A row without its name.

    Steps and products take turns, so that whatever else the machine does slows down both.
    """
    device = training.device
    operations = fmean(training.operations(step) for step in range(COUNTED))
    watch, times, limits = Watch(device), list[float](), list[float]()
    for index in range(WARM_UP + steps):
        taken = timed(partial(training.step, index), device)
        limit = product.operations / timed(product.multiply, device)
        # Watched apart: on a GPU looking at the clock waits for all that was begun.
        warm = index >= WARM_UP
        training.watched_step(index, watch if warm else Watch(device))
        if warm:
            times.append(taken)
            limits.append(limit)
    taken, limit = median(times), median(limits)
    return {
        "secondsPerStep": taken,
        "samplesPerSecond": training.batch / taken,
        "gflopPerStep": operations / 1e9,
        "gflopPerSecond": operations / taken / 1e9,
        "limitGflopPerSecond": limit / 1e9,
        "ofLimit": operations / taken / limit,
        "parts": watch.shares(),
    }


class Product:
    """A large matrix product: close to the machine's peak arithmetic throughput."""

    def __init__(self, side: int, kind: torch.dtype, device: torch.device) -> None:
        self.factors = [torch.randn(side, side, device=device).to(kind) for _ in range(2)]
        self.operations = 2 * side**3

    def multiply(self) -> Tensor:
        """[side, side]"""
        return self.factors[0] @ self.factors[1]


def count(work: Callable[[], object]) -> int:
    """Floating-point operations of the matrix products and convolutions in it."""
    with FlopCounterMode(display=False) as counter:
        work()
    return int(counter.get_total_flops())


def timed(work: Callable[[], object], device: torch.device) -> float:
    """Seconds that it takes, until all of it is done."""
    began = clock(device)
    work()
    return clock(device) - began


def clock(device: torch.device) -> float:
    """Seconds, once a GPU has done all it was given."""
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    return time.perf_counter()
