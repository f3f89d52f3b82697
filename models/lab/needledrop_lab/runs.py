"""Train one system: a run is a folder, and started again it goes on where it was.

run.json         what the run depends on; a folder of another run is refused
checkpoint.pt    weights, optimiser, step: what a killed run goes on from
best.pt          weights with the lowest validation loss
curve.jsonl      the learning curve, one validation a line
finished.json    how it ended; there only when it has
"""

from __future__ import annotations

import json
import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from pickle import UnpicklingError
from random import Random
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from .device import save_whole
from .errors import LabError
from .objectives import Classification
from .pool import Labelled, Pool
from .settings import RunSettings, to_json
from .systems import System
from .text import represent
from .two_towers import Language, TwoTowers

FORMAT = 1

Batch = tuple[Tensor, list[str], Tensor]  # see Batches.draw


class RunError(LabError, RuntimeError):
    """A run that cannot go on; says which folder or file, and what to do."""


@dataclass(frozen=True)
class Plan:
    """What a run is: a system, its seed, its settings, and where its tracks' features are."""

    system: System
    seed: int
    settings: RunSettings
    features: Path

    @property
    def name(self) -> str:
        """The run's folder."""
        return f"{self.system.name}-seed{self.seed}"

    def facts(self, pool: Pool) -> dict[str, Any]:
        """What run.json says."""
        return {
            "format": FORMAT,
            "system": self.system.name,
            "seed": self.seed,
            "settings": to_json(self.settings),
            "corpus": pool.fingerprint,
            "vocabulary": list(pool.vocabulary),
            "tracks": {split: len(items) for split, items in pool.splits.items()},
        }


def rate_at(step: int, settings: RunSettings) -> float:
    """Factor on every learning rate: a linear rise, then half a cosine down to 1e-9."""
    rise = max(1, round(settings.warm_up * settings.steps))
    if step < rise:
        return (step + 1) / rise
    done = (step - rise) / max(1, settings.steps - rise)
    return max(1e-9, 0.5 + 0.5 * math.cos(math.pi * min(1.0, done)))


def optimiser_of(towers: TwoTowers, plan: Plan) -> torch.optim.Optimizer:
    """Adam without weight decay; weights that come from elsewhere have the system's own rate."""
    still = tuple(f"blocks.{block}." for block in range(plan.settings.frozen_blocks))
    if still:
        still = ("words.", "positions.", "embedding_norm.", *still)
    for name, weight in towers.pretrained():
        weight.requires_grad_(not name.startswith(still))
    pretrained = [weight for _, weight in towers.pretrained() if weight.requires_grad]
    head = towers.objective
    centroids = [*head.parameters()] if isinstance(head, Classification) else []
    known = {id(p) for p in (*pretrained, *centroids)}
    fresh = [p for p in towers.parameters() if p.requires_grad and id(p) not in known]
    rate = plan.settings.fresh_rate or plan.system.rate
    groups = [
        {"params": fresh, "rate": rate},
        {"params": centroids, "rate": plan.settings.centroid_rate or rate},
        {"params": pretrained, "rate": plan.system.rate},
    ]
    return torch.optim.Adam([group for group in groups if group["params"]])


class Batches:
    """Draws the tracks, crops and texts of each step, the same ones whenever it is asked."""

    def __init__(self, plan: Plan, pool: Pool) -> None:
        self.plan, self.pool = plan, pool

    def draw(self, items: Sequence[Labelled], random: Random) -> Batch:
        """Sections float16 [B, frames, bands], one text each, tags bool [B, tags]."""
        frames = self.plan.settings.frames
        crops = []
        for item in items:
            whole = features_of(self.plan.features, item.id, frames)
            start = random.randint(0, len(whole) - frames)
            crops.append(torch.from_numpy(np.array(whole[start : start + frames])))
        texts = [represent(self.plan.system.representation, i.tags, random) for i in items]
        return torch.stack(crops), texts, torch.from_numpy(self.pool.labels(items))

    def train(self, step: int) -> Batch:
        """The batch of a step; sets the seed of dropout and drawn negatives as well."""
        random = Random(f"{self.plan.seed}/{step}")
        torch.manual_seed(random.getrandbits(31))
        items = self.pool.splits["train"]
        return self.draw(random.sample(items, min(self.plan.settings.batch, len(items))), random)

    def valid(self) -> Iterator[Batch]:
        """Always the same batches, so that losses of one run can be compared."""
        random = Random(f"{self.plan.seed}/valid")
        torch.manual_seed(random.getrandbits(31))
        size = self.plan.settings.batch
        items = list(self.pool.splits["valid"])
        random.shuffle(items)
        whole = max(1, min(self.plan.settings.valid_batches, len(items) // size))
        for index in range(whole):
            yield self.draw(items[index * size : (index + 1) * size], random)


def features_of(folder: Path, name: str, frames: int) -> np.ndarray:
    """Cached features float16 [T, bands] of a track, T at least `frames`."""
    path = folder / f"{name}.npy"
    try:
        whole: np.ndarray = np.load(path, mmap_mode="r")
    except (OSError, ValueError) as error:
        raise RunError(f"{path} cannot be read ({error}); run `lab corpus build` again") from error
    if whole.ndim != 2 or len(whole) < frames:
        raise RunError(f"{path} has shape {whole.shape}, a section has {frames} frames")
    return whole


def find_gradients(towers: TwoTowers, optimiser: torch.optim.Optimizer, batch: Batch) -> Tensor:
    """Loss of a batch, whose gradients replace those of the step before."""
    loss = towers.loss(*batch)
    optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    return loss


def follow_gradients(
    towers: TwoTowers, optimiser: torch.optim.Optimizer, settings: RunSettings, step: int
) -> None:
    """Change the weights at the rates of that step."""
    for group in optimiser.param_groups:
        group["lr"] = group["rate"] * rate_at(step, settings)
    if settings.clip is not None:
        nn.utils.clip_grad_norm_(towers.parameters(), settings.clip)
    optimiser.step()


@torch.no_grad()
def valid_loss(towers: TwoTowers, batches: Batches) -> float:
    """Mean loss of the validation batches."""
    towers.eval()
    losses = [towers.loss(*batch).item() for batch in batches.valid()]
    towers.train()
    return sum(losses) / len(losses)


def train_run(plan: Plan, pool: Pool, language: Language, out: Path, device: torch.device) -> Path:
    """Train, or go on training, OUT/<run>. Returns that folder; a finished run is left as it is."""
    folder = out / plan.name
    check_front(plan)
    claim(folder, plan.facts(pool))
    if (folder / "finished.json").exists():
        return folder
    torch.manual_seed(plan.seed)
    towers = TwoTowers(plan.system, plan.settings, language, len(pool.vocabulary)).to(device)
    batches, optimiser = Batches(plan, pool), optimiser_of(towers, plan)
    step, seconds = 0, 0.0
    curve: list[dict[str, float]] = []
    if (folder / "checkpoint.pt").exists():
        saved = read_weights(folder / "checkpoint.pt", device)
        towers.load_state_dict(saved["towers"])
        optimiser.load_state_dict(saved["optimiser"])
        step, seconds, curve = saved["step"], saved["seconds"], saved["curve"]
    best = min((point["valid"] for point in curve), default=math.inf)
    began, losses = time.monotonic() - seconds, list[float]()
    towers.train()
    while step < plan.settings.steps and not is_stuck(curve, plan.settings.patience):
        loss = find_gradients(towers, optimiser, batches.train(step))
        follow_gradients(towers, optimiser, plan.settings, step)
        losses.append(loss.item())
        step += 1
        if not math.isfinite(losses[-1]):
            raise RunError(f"{folder}: the loss of step {step} is {losses[-1]}; lower the rates")
        if step % plan.settings.valid_every and step < plan.settings.steps:
            continue
        seconds = time.monotonic() - began
        valid = valid_loss(towers, batches)
        train = sum(losses) / len(losses)
        curve.append({"step": step, "train": train, "valid": valid, "seconds": seconds})
        print(
            f"{plan.name}  step {step}  train {train:.4f}  valid {valid:.4f}  {seconds:.0f} s",
            flush=True,
        )
        losses.clear()
        weights = towers.state_dict()
        if valid < best:
            best = valid
            save_whole({"towers": weights}, folder / "best.pt")
        state = {"towers": weights, "optimiser": optimiser.state_dict()}
        save_whole(
            state | {"step": step, "seconds": seconds, "curve": curve}, folder / "checkpoint.pt"
        )
        write_text(folder / "curve.jsonl", "".join(f"{json.dumps(p)}\n" for p in curve))
    chosen = min(curve, key=lambda point: point["valid"])
    ending = {
        "steps": step,
        "bestStep": chosen["step"],
        "bestValid": chosen["valid"],
        "seconds": seconds,
        "device": device_name(device),
    }
    write_text(folder / "finished.json", json.dumps(ending, indent=2) + "\n")
    return folder


def check_front(plan: Plan) -> None:
    """Refuse features whose folder says that another front-end made them."""
    path = plan.features / "front.json"
    if not path.exists():
        return
    found, front = read_facts(path), json.loads(json.dumps(asdict(plan.settings.hears)))
    if other := [name for name in front if found.get(name) != front[name]]:
        raise RunError(
            f"{plan.features} holds features of other {', '.join(other)} than the run's settings; "
            "build the corpus anew with `lab corpus build`"
        )


def is_stuck(curve: Sequence[dict[str, float]], patience: int) -> bool:
    """Whether the last `patience` validations were all worse than the best before them."""
    if len(curve) <= patience:
        return False
    before = min(point["valid"] for point in curve[:-patience])
    return all(point["valid"] >= before for point in curve[-patience:])


def claim(folder: Path, facts: dict[str, Any]) -> None:
    """Make the run's folder, or make sure that the one there is of the same run."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "run.json"
    if not path.exists():
        write_text(path, json.dumps(facts, indent=2) + "\n")
        return
    found = read_facts(path)
    other = [name for name in facts if found.get(name) != facts[name]]
    if other:
        raise RunError(
            f"{folder} holds a run of other {', '.join(other)}; name another --out, or remove it"
        )


def read_facts(path: Path) -> dict[str, Any]:
    """The object in one of a run's files of JSON. Raises RunError."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise RunError(f"{path} cannot be read ({error}); `lab train` makes one anew") from error
    if not isinstance(found, dict):
        raise RunError(f"{path} holds no object; `lab train` makes one anew")
    return found


def read_weights(path: Path, device: torch.device) -> dict[str, Any]:
    """What `save_whole` wrote for a run. Raises RunError."""
    try:
        found: dict[str, Any] = torch.load(path, map_location=device, weights_only=True)
    except (OSError, EOFError, RuntimeError, UnpicklingError) as error:
        raise RunError(
            f"{path} cannot be read ({error}); remove the folder and train again"
        ) from error
    return found


def write_text(path: Path, text: str) -> None:
    """Write the whole file or leave the old one."""
    part = path.with_name(f"{path.name}.part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def device_name(device: torch.device) -> str:
    """As results say it: the GPU's name, or how many threads of a processor."""
    if device.type == "cuda":
        return torch.cuda.get_device_name(device)
    return f"processor, {torch.get_num_threads()} threads"
