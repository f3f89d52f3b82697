"""Train both towers with the contrastive objective and stochastic text.

    python -m needledrop_lab features --data DATA --corpus CORPUS --out OUT
    python -m needledrop_lab train    --data DATA --corpus CORPUS --out OUT

Checkpoints to OUT/checkpoint.pt; started again after a kill it goes on from there with the same
numbers as if nothing had happened. `Settings` holds the defaults; `--set name=value` changes one.
"""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TypeVar

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from .augment import augment
from .corpus import TextPair, Track
from .features import FrontEnd
from .objectives import Contrastive
from .text import encode, stochastic
from .towers import AudioShape, AudioTower, TextShape, TextTower

T = TypeVar("T")


@dataclass(frozen=True)
class Settings:
    """Everything a run depends on besides its data."""

    seed: int = 1
    # batch: items of each source, so that recorded music is in every one
    recorded: int = 24
    generated: int = 12
    composed: int = 64
    text_pairs: int = 24
    scene_share: float = 0.5  # of the text pairs
    caption_share: float = 0.35  # of the tracks' texts; the others are stochastic tags
    most_tags: int = 8  # that stochastic text draws from
    # schedule
    steps: int = 600
    ramp_steps: int = 10  # learning rates rise linearly, then fall as half a cosine
    audio_rate: float = 8e-4
    text_rate: float = 1e-4
    head_rate: float = 1e-3  # projections and temperature
    weight_decay: float = 0.02
    clip: float = 1.0
    text_weight: float = 0.5  # of the text-to-text term
    # model
    dimension: int = 128
    temperature: float = 0.1
    frozen_blocks: int = 3  # the text tower's embeddings and first blocks stay as they came
    max_tokens: int = 40
    front: FrontEnd = field(default_factory=FrontEnd)
    audio: AudioShape = field(default_factory=AudioShape)
    text: TextShape = field(default_factory=TextShape)
    # housekeeping
    save_every: int = 10
    log_every: int = 10
    bf16: bool = True


@dataclass(frozen=True)
class Data:
    """Training tracks with their cached features, and text pairs."""

    tracks: Sequence[Track]
    features: Path
    pairs: Sequence[TextPair]


class Model(nn.Module):
    """Both towers and the temperature."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.text = TextTower(settings.text, settings.dimension)
        self.audio = AudioTower(settings.audio, settings.front, settings.dimension)
        # convolutions in this layout are three times as fast in bfloat16 on a CPU
        self.audio.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.objective = Contrastive(settings.temperature)


@dataclass(frozen=True)
class Texts:
    """Drawn texts; `tags` is None where the text is prose, whose matches are not known."""

    words: list[str]
    tags: list[frozenset[str] | None]


def draw_text(
    tags: Sequence[str], captions: Sequence[str], settings: Settings, random: Random
) -> tuple[str, frozenset[str] | None]:
    """A caption with the share that is set, otherwise stochastic tags."""
    if captions and (not tags or random.random() < settings.caption_share):
        return random.choice(captions), None
    text = stochastic(tags, random, settings.most_tags)
    return text, frozenset(text.split(", "))


def mismatches(
    drawn: Sequence[frozenset[str] | None], have: Sequence[frozenset[str]], sources: Sequence[str]
) -> Tensor:
    """Which (text, item) pairs are true negatives, bool [B, B].

    Not those where the item has every drawn tag, and not across sources: how a catalogue is worded
    would give its tracks away without listening.
    """
    return torch.tensor(
        [
            [
                source == other and not (words is not None and words <= tags)
                for other, tags in zip(sources, have, strict=True)
            ]
            for source, words in zip(sources, drawn, strict=True)
        ]
    )


class Batches:
    """Draws batches. Each step has its own random numbers, so a resumed run draws the same."""

    def __init__(self, settings: Settings, data: Data, tokenizer: Tokenizer) -> None:
        self.settings, self.data, self.tokenizer = settings, data, tokenizer
        self.by_source = {
            source: [track for track in data.tracks if track.source == source]
            for source in ("recorded", "generated", "composed")
        }
        self.scenes = [pair for pair in data.pairs if pair.source == "scenes"]
        self.prose = [pair for pair in data.pairs if pair.source != "scenes"]

    def audio(self, random: Random) -> tuple[Tensor, Tensor, Tensor, Tensor] | None:
        """Mel power [B, T, bands], token ids and mask of their texts, true negatives [B, B]."""
        settings = self.settings
        wanted = {
            "recorded": settings.recorded,
            "generated": settings.generated,
            "composed": settings.composed,
        }
        tracks = [
            t
            for source, count in wanted.items()
            if self.by_source[source]
            for t in draw(self.by_source[source], count, random)
        ]
        if not tracks:
            return None
        frames, seconds_per_frame = (
            settings.front.frames,
            (settings.front.hop_samples / settings.front.sample_rate),
        )
        crops, words, drawn, have = [], [], [], []
        for track in tracks:
            whole = np.load(self.data.features / f"{track.id}.npy", mmap_mode="r")
            start = random.randint(0, len(whole) - frames)
            crops.append(torch.from_numpy(np.array(whole[start : start + frames], np.float32)))
            tags = track.tags_between(
                start * seconds_per_frame, (start + frames) * seconds_per_frame
            )
            text, chosen = draw_text(tags, track.captions, settings, random)
            words.append(text)
            drawn.append(chosen)
            have.append(frozenset(track.tags))
        negatives = mismatches(drawn, have, [track.source for track in tracks])
        power = torch.stack(crops).exp()
        return power, *encode(self.tokenizer, words, settings.max_tokens), negatives

    def text(self, random: Random) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor] | None:
        """Sentences and drawn tags of the same pairs, tokenised, and true negatives."""
        settings = self.settings
        scenes = round(settings.text_pairs * settings.scene_share) if self.scenes else 0
        pairs = [
            *draw(self.scenes, scenes, random),
            *draw(self.prose, settings.text_pairs - scenes, random),
        ]
        if not pairs:
            return None
        tags = [stochastic(pair.tags, random, settings.most_tags) for pair in pairs]
        negatives = mismatches(
            [frozenset(t.split(", ")) for t in tags],
            [frozenset(pair.tags) for pair in pairs],
            [""] * len(pairs),
        )
        left = encode(self.tokenizer, [pair.text for pair in pairs], settings.max_tokens)
        right = encode(self.tokenizer, tags, settings.max_tokens)
        return *left, *right, negatives.T


def draw(items: Sequence[T], count: int, random: Random) -> list[T]:
    """`count` items, none twice while there are enough."""
    if not items:
        return []
    return random.sample(items, count) if count <= len(items) else random.choices(items, k=count)


def loss_of(model: Model, batches: Batches, step: int) -> Tensor:
    """The objective on the batch of one step."""
    settings = batches.settings
    random = Random(f"{settings.seed}/{step}")
    torch.manual_seed(random.getrandbits(31))
    total = torch.zeros(())
    heard = batches.audio(random)
    read = batches.text(random)
    if heard is not None:
        power, ids, mask, negatives = heard
        power = augment(power)
        with torch.autocast("cpu", torch.bfloat16, enabled=settings.bf16):
            sound, words = model.audio(power), model.text(ids, mask)
        total = total + model.objective(words.float(), sound.float(), negatives)
    if read is not None:
        with torch.autocast("cpu", torch.bfloat16, enabled=settings.bf16):
            left, right = model.text(read[0], read[1]), model.text(read[2], read[3])
        term = model.objective(left.float(), right.float(), read[4])
        total = total + settings.text_weight * term
    return total


def rate_at(step: int, settings: Settings) -> float:
    """Factor on every learning rate: linear rise, half-cosine fall to 2 %."""
    rise = min(1.0, (step + 1) / settings.ramp_steps)
    fall = 0.5 + 0.5 * math.cos(math.pi * min(1.0, step / settings.steps))
    return rise * max(0.02, fall)


def optimiser_of(model: Model, settings: Settings) -> torch.optim.Optimizer:
    """AdamW with three learning rates; freezes the lower text tower."""
    frozen = [
        model.text.words,
        model.text.positions,
        model.text.embedding_norm,
        *model.text.blocks[: settings.frozen_blocks],
    ]
    for module in frozen:
        module.requires_grad_(False)
    heads = [*model.text.projection.parameters(), *model.objective.parameters()]
    head_ids = {id(p) for p in heads}
    groups = [
        {"params": list(model.audio.parameters()), "rate": settings.audio_rate},
        {
            "params": [
                p for p in model.text.parameters() if p.requires_grad and id(p) not in head_ids
            ],
            "rate": settings.text_rate,
        },
        {"params": heads, "rate": settings.head_rate},
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=settings.weight_decay)


def train(
    model: Model, settings: Settings, data: Data, tokenizer: Tokenizer, out: Path
) -> list[float]:
    """Train, or go on training, up to `settings.steps`. Returns the losses of the steps run now."""
    out.mkdir(parents=True, exist_ok=True)
    checkpoint = out / "checkpoint.pt"
    batches = Batches(settings, data, tokenizer)
    optimiser = optimiser_of(model, settings)
    step, spent = 0, 0.0
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(saved["model"])
        optimiser.load_state_dict(saved["optimiser"])
        step, spent = saved["step"], saved["seconds"]
    losses: list[float] = []
    began = time.monotonic()
    model.train()
    while step < settings.steps:
        for group in optimiser.param_groups:
            group["lr"] = group["rate"] * rate_at(step, settings)
        loss = loss_of(model, batches, step)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(model.parameters(), settings.clip)
        optimiser.step()
        step += 1
        losses.append(loss.item())
        if step % settings.log_every == 0:
            mean = sum(losses[-settings.log_every :]) / len(losses[-settings.log_every :])
            took = spent + time.monotonic() - began
            scale = model.objective.scale().item()
            print(f"step {step:5d}  loss {mean:.4f}  scale {scale:.1f}  {took:.0f} s", flush=True)
        if step % settings.save_every == 0 or step == settings.steps:
            part = checkpoint.with_suffix(".part")
            torch.save(
                {
                    "model": model.state_dict(),
                    "optimiser": optimiser.state_dict(),
                    "step": step,
                    "seconds": spent + time.monotonic() - began,
                },
                part,
            )
            part.rename(checkpoint)
    return losses
