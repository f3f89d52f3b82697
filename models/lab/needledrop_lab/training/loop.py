"""The training loop. After a kill, a run resumes from its last checkpoint and computes the same
numbers as if it had not been interrupted."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

from ..corpus.pool import Pool
from ..device import device_name
from ..files import write_json, write_tensors, write_text
from ..model.pretrained import principal_projection
from ..model.towers import TextTower
from ..model.two_towers import Language, TwoTowers
from .batches import Batches, PoolBatches, check_front
from .checkpoints import (
    CHECKPOINT,
    CURVE,
    FINISHED,
    WEIGHTS,
    claim,
    commit,
    read_weights,
    same_run,
)
from .errors import RunError
from .mixture import Mixture, MixtureBatches
from .optimiser import backward, optimiser_of, optimiser_step
from .plan import Corpus, Plan

Curve = list[dict[str, float]]  # step, train, valid (losses) and seconds of each validation


def train_run(
    plan: Plan,
    corpus: Pool | Mixture,
    language: Language,
    out: Path,
    device: torch.device,
    start: Path | None = None,
) -> Path:
    """Train OUT/<run>, or resume it, and return that folder. A finished run is left alone.

    `start` is the weights.pt that the weights start from instead of pretrained ones.

    :raises RunError: the folder holds a run of other settings; features are missing or of another
        front-end; the loss is not finite.
    :raises DiskFullError: a checkpoint would not fit.
    """
    folder, facts = out / plan.name, plan.facts(corpus)
    check_front(plan)
    claim(folder, facts)
    if (folder / FINISHED).exists():
        return folder
    towers = starting_towers(plan, corpus, language, start, device)
    run = Run(folder, plan, facts, towers, batches_of(plan, corpus))
    run.resume()
    run.train()
    return folder


def batches_of(plan: Plan, corpus: Pool | Mixture) -> Batches:
    """How batches are drawn from a corpus."""
    if isinstance(corpus, Mixture):
        return MixtureBatches(plan, corpus)
    return PoolBatches(plan, corpus)


def starting_towers(
    plan: Plan, corpus: Corpus, language: Language, start: Path | None, device: torch.device
) -> TwoTowers:
    """Towers with the weights they have before the first step."""
    torch.manual_seed(plan.seed)
    if start is not None:
        language = language.untrained()
    towers = TwoTowers(plan.settings, language, corpus.vocabulary)
    if start is not None:
        towers.load_state_dict(read_weights(start, torch.device("cpu"))["towers"])
    elif isinstance(towers.text, TextTower) and language.pretrained:
        principal_projection(towers.text, language.tokenizer, corpus.sentences())
    return towers.to(device)


class Run:
    """A run in its folder: its progress and its next steps."""

    def __init__(
        self,
        folder: Path,
        plan: Plan,
        facts: dict[str, Any],
        towers: TwoTowers,
        batches: Batches,
    ) -> None:
        self.folder, self.plan, self.facts = folder, plan, facts
        self.towers, self.batches = towers, batches
        self.optimiser = optimiser_of(towers, plan.settings)
        self.step, self.seconds = 0, 0.0
        self.curve: Curve = []
        self.commit = commit()

    def resume(self) -> None:
        """Load the last checkpoint, if there is one. Raises RunError if it is of another run."""
        path = self.folder / CHECKPOINT
        if not path.exists():
            return
        saved = read_weights(path, self.towers.device)
        same_run(self.folder, saved["facts"], self.facts)
        self.towers.load_state_dict(saved["towers"])
        self.optimiser.load_state_dict(saved["optimiser"])
        self.step, self.seconds, self.curve = saved["step"], saved["seconds"], saved["curve"]

    def train(self) -> None:
        """Train to the last step, or until validation has not improved for too long."""
        settings = self.plan.settings
        began, losses = time.monotonic() - self.seconds, list[float]()
        self.towers.train()
        while self.step < settings.last_step and not is_stuck(self.curve, settings.patience):
            loss = backward(self.towers, self.optimiser, self.batches.train(self.step))
            optimiser_step(self.towers, self.optimiser, settings, self.step)
            losses.append(loss.item())
            self.step += 1
            if not math.isfinite(losses[-1]):
                raise RunError(
                    f"{self.folder}: the loss of step {self.step} is {losses[-1]}; lower the rates"
                )
            if self.step % settings.valid_every == 0 or self.step == settings.last_step:
                self.seconds = time.monotonic() - began
                self.validate(sum(losses) / len(losses))
                losses.clear()
        self.finish()

    def validate(self, train: float) -> None:
        """Measure the validation loss, then write the checkpoint."""
        valid = valid_loss(self.towers, self.batches)
        best = min((point["valid"] for point in self.curve), default=math.inf)
        point = {"step": self.step, "train": train, "valid": valid, "seconds": self.seconds}
        self.curve.append(point)
        print(
            f"{self.plan.name}  step {self.step}  train {train:.4f}  valid {valid:.4f}  "
            f"{self.seconds:.0f} s",
            flush=True,
        )
        if valid < best and self.plan.settings.keep == "best":
            self.keep_weights()
        progress = {"step": self.step, "seconds": self.seconds, "curve": self.curve}
        state = {**self.weights(), "optimiser": self.optimiser.state_dict(), **progress}
        write_tensors(self.folder / CHECKPOINT, state)
        write_text(self.folder / CURVE, "".join(f"{json.dumps(p)}\n" for p in self.curve))

    def weights(self) -> dict[str, Any]:
        """The weights, and the run they belong to."""
        return {"facts": self.facts, "commit": self.commit, "towers": self.towers.state_dict()}

    def keep_weights(self) -> None:
        """Make the present weights those that the run results in."""
        write_tensors(self.folder / WEIGHTS, self.weights())

    def finish(self) -> None:
        """Write how the run ended; `bestStep` and `bestValid` are of the weights it keeps."""
        last = self.plan.settings.keep == "last"
        if last:
            self.keep_weights()
        kept = self.curve[-1] if last else min(self.curve, key=lambda point: point["valid"])
        ending = {
            "steps": self.step,
            "bestStep": kept["step"],
            "bestValid": kept["valid"],
            "seconds": self.seconds,
            "device": device_name(self.towers.device),
        }
        write_json(self.folder / FINISHED, ending)


@torch.no_grad()
def valid_loss(towers: TwoTowers, batches: Batches) -> float:
    """Mean loss of the validation batches."""
    towers.eval()
    losses = [towers.loss(batch).item() for batch in batches.valid()]
    towers.train()
    return sum(losses) / len(losses)


def is_stuck(curve: Sequence[dict[str, float]], patience: int) -> bool:
    """Whether none of the last `patience` validations was below the best before them."""
    if patience == 0 or len(curve) <= patience:
        return False
    before = min(point["valid"] for point in curve[:-patience])
    return all(point["valid"] >= before for point in curve[-patience:])
