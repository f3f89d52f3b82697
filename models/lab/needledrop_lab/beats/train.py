"""Training. After a kill it resumes from the last checkpoint with the same numbers."""

from __future__ import annotations

import random
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from ..corpus.items import Split
from ..files import write_tensors
from ..training.checkpoints import CHECKPOINT, WEIGHTS, claim, read_weights
from .crops import FIRST_FRAME, Features, batch, targets
from .net import FRAME_RATE, BeatNet
from .pieces import Piece

WEIGHT_DECAY = 0.01
MOST_GRADIENT = 1.0
VALID_EVERY = 100  # steps
VALID_PIECES = 24
SEED = 1


@dataclass(frozen=True)
class Stage:
    """A part of the training. `rate`: at its highest, after a third of the steps."""

    steps: int
    rate: float
    splits: tuple[Split, ...]  # of the pieces that are learnt from


FIRST = Stage(2400, 4e-3, ("train",))  # its length by the loss on the rest
LAST = Stage(300, 1e-3, ("train", "valid"))


class Run:
    """A training in its folder: net, optimiser, and how far it has come."""

    def __init__(self, folder: Path, stage: Stage, start: BeatNet | None) -> None:
        torch.manual_seed(SEED)
        self.folder = folder
        self.net = BeatNet()
        if start is not None:
            self.net.load_state_dict(start.state_dict())
        self.optimiser = torch.optim.AdamW(self.net.parameters(), weight_decay=WEIGHT_DECAY)
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.optimiser, stage.rate, total_steps=stage.steps
        )
        self.step, self.seconds = 0, 0.0  # of the processor
        if (folder / CHECKPOINT).exists():
            saved = read_weights(folder / CHECKPOINT, torch.device("cpu"))
            for name, part in self._parts().items():
                part.load_state_dict(saved[name])
            self.step, self.seconds = saved["step"], saved["seconds"]

    def learn(self, x: Tensor, y: Tensor) -> float:
        """One step; the loss before it."""
        self.net.train()
        loss = F.binary_cross_entropy_with_logits(self.net(x), y)
        self.optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), MOST_GRADIENT)
        self.optimiser.step()
        self.schedule.step()
        self.step += 1
        return loss.item()

    def save(self) -> None:
        """Write the checkpoint."""
        states = {name: part.state_dict() for name, part in self._parts().items()}
        progress = {"step": self.step, "seconds": self.seconds}
        write_tensors(self.folder / CHECKPOINT, {**states, **progress})

    def _parts(self) -> dict[str, BeatNet | torch.optim.Optimizer | Schedule]:
        return {"net": self.net, "optimiser": self.optimiser, "schedule": self.schedule}


Schedule = torch.optim.lr_scheduler.OneCycleLR


def train(
    pieces: Sequence[Piece],
    features: Features,
    folder: Path,
    stage: Stage,
    start: BeatNet | None = None,
) -> BeatNet:
    """The net after a stage, from the weights of `start`; its checkpoints are in `folder`.

    :raises RunError: the folder holds another training.
    """
    by_source = defaultdict(list)
    for piece in pieces:
        if piece.split in stage.splits:
            by_source[piece.source].append(piece)
    counts = {source: len(found) for source, found in by_source.items()}
    claim(folder, {"steps": stage.steps, "seed": SEED, "pieces": counts})
    if (folder / WEIGHTS).exists():
        net = BeatNet()
        net.load_state_dict(read_weights(folder / WEIGHTS, torch.device("cpu"))["net"])
        return net.eval()
    run, steps = Run(folder, stage, start), stage.steps
    valid = [piece for piece in pieces if piece.split == "valid"]
    valid = valid[:: max(1, len(valid) // VALID_PIECES)]
    began, losses = time.process_time() - run.seconds, list[float]()
    while run.step < steps:
        torch.manual_seed(SEED + run.step)  # a step drops out the same after a kill
        x, y = batch(by_source, features, random.Random(SEED * steps + run.step))
        losses.append(run.learn(x, y))
        if run.step % VALID_EVERY == 0 or run.step == steps:
            found = valid_loss(run.net, valid, features)
            run.seconds = time.process_time() - began
            means = f"train {sum(losses) / len(losses):.4f}  valid {found:.4f}"
            print(f"beats  step {run.step}  {means}  {run.seconds:.0f} s", flush=True)
            losses.clear()
            run.save()
    write_tensors(folder / WEIGHTS, {"net": run.net.state_dict()})
    return run.net.eval()


def valid_loss(net: BeatNet, pieces: Sequence[Piece], features: Features) -> float:
    """Mean cross-entropy over whole pieces."""
    net.eval()
    with torch.no_grad():
        losses = [
            F.binary_cross_entropy_with_logits(net(power_of(features, piece)), truth_of(piece, n))
            for piece in pieces
            if (n := len(features[piece.id]))
        ]
    return torch.stack(losses).mean().item()


def power_of(features: Features, piece: Piece) -> Tensor:
    """Mel power of a whole piece, [1, T, bands]."""
    return torch.from_numpy(features[piece.id]).float().exp()[None]


def truth_of(piece: Piece, frames: int) -> Tensor:
    """Targets of a whole piece, [1, T, 2]."""
    places = [(beat.second * FRAME_RATE - FIRST_FRAME, beat.down) for beat in piece.beats]
    return targets(places, frames)[None]
