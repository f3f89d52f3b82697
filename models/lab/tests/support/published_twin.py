"""The published system written down straight from its checkpoint's keys: the naive twin of
`Published`, which shares no code with it, and checkpoints of such keys filled at random."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from needledrop_lab.audio.paper_log_mel import PaperFrontEnd, htk_filters
from needledrop_lab.model.published import PublishedShape
from needledrop_lab.model.towers import TextShape
from needledrop_lab.model.towers.music_transformer import MusicTransformerShape

State = dict[str, Tensor]
TOY = PublishedShape(
    front=PaperFrontEnd(section_seconds=0.1, fft_size=64, hop_samples=40, mel_bands=16),
    audio=MusicTransformerShape(
        mel_bands=16, channels=4, convolutions=4, width=8, inner=16, depth=2, heads=2, positions=12
    ),
    text=TextShape(width=8, inner=16, depth=2, heads=2, positions=80),
    dimension=6,
)


def naive_decibels(audio: torch.Tensor, front: PaperFrontEnd) -> torch.Tensor:
    """As the paper's code computes it, mistake and all."""
    spectrum = torch.stft(
        audio,
        front.fft_size,
        front.hop_samples,
        window=torch.hann_window(front.fft_size),
        center=True,
        pad_mode="reflect",
        return_complex=True,
    )
    power = spectrum.real.abs() if front.spectrum == "real" else spectrum.abs()
    filters = torch.tensor(htk_filters(front), dtype=torch.float32)
    mel = torch.einsum("bft,fm->bmt", power.pow(2), filters)
    return 10 * torch.log10(mel.clamp(min=1e-10))


def shapes(shape: PublishedShape) -> dict[str, tuple[int, ...]]:
    """Every key of a contrastive checkpoint without its leading `module.`"""
    audio, text, dimension = shape.audio, shape.text, shape.dimension
    width, channels = audio.width, audio.channels
    result: dict[str, tuple[int, ...]] = {"logit_scale": (1,), "head.logit_scale": (1,)}

    def norm(name: str, size: int) -> None:
        result[f"{name}.weight"] = result[f"{name}.bias"] = (size,)

    def linear(name: str, out: int, into: int) -> None:
        result[f"{name}.weight"], result[f"{name}.bias"] = (out, into), (out,)

    def batch_norm(name: str, size: int) -> None:
        norm(name, size)
        result[f"{name}.running_mean"] = result[f"{name}.running_var"] = (size,)
        result[f"{name}.num_batches_tracked"] = ()

    for tower, size in (("audio", width), ("text", text.width)):
        norm(f"{tower}_projector.0", size)
        result[f"{tower}_projector.1.weight"] = (dimension, size)
    result["audio_encoder.pos_embedding"] = (1, audio.positions + 1, width)
    result["audio_encoder.cls_token"] = (width,)
    result["audio_encoder.audio_representation.spec_fn.window"] = (shape.front.fft_size,)
    filters = (shape.front.fft_size // 2 + 1, shape.front.mel_bands)
    result["audio_encoder.audio_representation.mel_scale.fb"] = filters
    batch_norm("audio_encoder.frontend.input_bn", 1)
    for block in range(1, audio.convolutions + 1):
        name = f"audio_encoder.frontend.layer{block}"
        for part in (1, 2, 3) if block == 1 else (1, 2):
            into = 1 if block == 1 and part != 2 else channels
            result[f"{name}.conv_{part}.weight"] = (channels, into, 3, 3)
            result[f"{name}.conv_{part}.bias"] = (channels,)
            batch_norm(f"{name}.bn_{part}", channels)
    bands = audio.mel_bands // 2**audio.convolutions
    linear("audio_encoder.frontend.fc", width, channels * bands)
    for layer in range(audio.depth):
        name = f"audio_encoder.transformer.layers.{layer}"
        norm(f"{name}.0.fn.norm", width)
        result[f"{name}.0.fn.fn.to_qkv.weight"] = (3 * width, width)
        linear(f"{name}.0.fn.fn.to_out.0", width, width)
        norm(f"{name}.1.fn.norm", width)
        linear(f"{name}.1.fn.fn.net.0", audio.inner, width)
        linear(f"{name}.1.fn.fn.net.3", width, audio.inner)
    embeddings = "text_encoder.embeddings"
    result[f"{embeddings}.position_ids"] = (1, text.positions)
    sizes = {"word": text.vocabulary, "position": text.positions, "token_type": 2}
    for kind, size in sizes.items():
        result[f"{embeddings}.{kind}_embeddings.weight"] = (size, text.width)
    norm(f"{embeddings}.LayerNorm", text.width)
    for layer in range(text.depth):
        name = f"text_encoder.encoder.layer.{layer}"
        for part in ("query", "key", "value"):
            linear(f"{name}.attention.self.{part}", text.width, text.width)
        linear(f"{name}.attention.output.dense", text.width, text.width)
        norm(f"{name}.attention.output.LayerNorm", text.width)
        linear(f"{name}.intermediate.dense", text.inner, text.width)
        linear(f"{name}.output.dense", text.width, text.inner)
        norm(f"{name}.output.LayerNorm", text.width)
    linear("text_encoder.pooler.dense", text.width, text.width)
    return result


def made_state(shape: PublishedShape, seed: int = 4) -> State:
    """A contrastive checkpoint's tensors, random but such that embeddings differ by what is heard.

    Towers of random weights say nearly the same of everything. The projectors' biases take that
    away, so that an error anywhere in a tower shows in its embeddings.
    """
    random = torch.Generator().manual_seed(seed)
    state: State = {}
    for key, size in shapes(shape).items():
        values = torch.randn(size, generator=random)
        if key.endswith("num_batches_tracked"):
            values = torch.tensor(7)
        elif key.endswith("position_ids"):
            values = torch.arange(size[1])[None]
        elif key.endswith("running_var"):
            values = 1 + values.abs()
        elif key.endswith(("bias", "running_mean", "cls_token", "pos_embedding")):
            values = values / 10
        elif len(size) > 1 and "embedding" not in key:
            values = values / values[0].numel() ** 0.5
        elif key.endswith(("norm.weight", "Norm.weight", "projector.0.weight")) or "bn_" in key:
            values = 1 + values / 10
        state[key] = values
    front = "audio_encoder.audio_representation"
    state[f"{front}.spec_fn.window"] = torch.hann_window(shape.front.fft_size)
    state[f"{front}.mel_scale.fb"] = torch.tensor(htk_filters(shape.front), dtype=torch.float32)
    state["audio_encoder.frontend.input_bn.running_mean"] = torch.tensor([-20.0])
    state["audio_encoder.frontend.input_bn.running_var"] = torch.tensor([400.0])
    state["head.logit_scale"] = state["logit_scale"]
    ids = torch.randint(0, shape.text.vocabulary, (8, 6), generator=random)
    loudness = torch.logspace(-4, -1, 8)[:, None]
    sounds = torch.randn(8, shape.front.section_samples, generator=random) * loudness
    with torch.no_grad():
        towers = {"audio": hear(state, sounds, shape), "text": read(state, ids, shape)}
    for tower, hidden in towers.items():
        weight = state[f"{tower}_projector.0.weight"]
        mean = F.layer_norm(hidden, hidden.shape[-1:], weight).mean(dim=0)
        state[f"{tower}_projector.0.bias"] = -mean
    return state


def audio_embedding(state: State, audio: Tensor, shape: PublishedShape) -> Tensor:
    """Waveform [B, samples] -> unit vectors [B, dimension]."""
    return _project(state, hear(state, audio, shape), "audio_projector")


def text_embedding(state: State, ids: Tensor, shape: PublishedShape) -> Tensor:
    """Token ids [B, T], none of them padding -> unit vectors [B, dimension]."""
    return _project(state, read(state, ids, shape), "text_projector")


def hear(state: State, audio: Tensor, shape: PublishedShape) -> Tensor:
    """The audio tower before its projector, [B, width]."""

    def batch_norm(x: Tensor, name: str) -> Tensor:
        of = [state[f"{name}.{part}"] for part in ("running_mean", "running_var", "weight", "bias")]
        return F.batch_norm(x, *of)

    def conv(x: Tensor, name: str, part: int) -> Tensor:
        weight, bias = state[f"{name}.conv_{part}.weight"], state[f"{name}.conv_{part}.bias"]
        return batch_norm(F.conv2d(x, weight, bias, padding=1), f"{name}.bn_{part}")

    frontend = "audio_encoder.frontend"
    x = batch_norm(naive_decibels(audio, shape.front)[:, None], f"{frontend}.input_bn")
    for block in range(1, shape.audio.convolutions + 1):
        name = f"{frontend}.layer{block}"
        shortcut = conv(x, name, 3) if block == 1 else x
        x = F.max_pool2d(F.relu(conv(F.relu(conv(x, name, 1)), name, 2) + shortcut), 2)
    batch, channels, bands, frames = x.shape
    rows = [x[:, :, :, t].reshape(batch, channels * bands) for t in range(frames)]
    x = _linear(state, torch.stack(rows, dim=1), f"{frontend}.fc")
    x = torch.cat([state["audio_encoder.cls_token"].repeat(batch, 1, 1), x], dim=1)
    x = x + state["audio_encoder.pos_embedding"][:, : frames + 1]
    for layer in range(shape.audio.depth):
        name = f"audio_encoder.transformer.layers.{layer}"
        y = _norm(state, x, f"{name}.0.fn.norm")
        query, key, value = (y @ state[f"{name}.0.fn.fn.to_qkv.weight"].T).chunk(3, dim=-1)
        y = _attend(query, key, value, shape.audio.heads)
        x = x + _linear(state, y, f"{name}.0.fn.fn.to_out.0")
        y = _linear(state, _norm(state, x, f"{name}.1.fn.norm"), f"{name}.1.fn.fn.net.0")
        x = x + _linear(state, F.gelu(y), f"{name}.1.fn.fn.net.3")
    return x[:, 0]


def read(state: State, ids: Tensor, shape: PublishedShape) -> Tensor:
    """The text tower before its projector, [B, width]."""
    tables = "text_encoder.embeddings"
    x = state[f"{tables}.word_embeddings.weight"][ids]
    x = x + state[f"{tables}.position_embeddings.weight"][: ids.shape[1]]
    x = x + state[f"{tables}.token_type_embeddings.weight"][0]
    x = _norm(state, x, f"{tables}.LayerNorm", 1e-12)
    for layer in range(shape.text.depth):
        name = f"text_encoder.encoder.layer.{layer}"
        parts = (_linear(state, x, f"{name}.attention.self.{p}") for p in ("query", "key", "value"))
        y = _linear(state, _attend(*parts, shape.text.heads), f"{name}.attention.output.dense")
        x = _norm(state, x + y, f"{name}.attention.output.LayerNorm", 1e-12)
        y = F.gelu(_linear(state, x, f"{name}.intermediate.dense"))
        y = _linear(state, y, f"{name}.output.dense")
        x = _norm(state, x + y, f"{name}.output.LayerNorm", 1e-12)
    return x[:, 0]


def _project(state: State, x: Tensor, name: str) -> Tensor:
    y = _norm(state, x, f"{name}.0") @ state[f"{name}.1.weight"].T
    return F.normalize(y, dim=-1)


def _linear(state: State, x: Tensor, name: str) -> Tensor:
    return F.linear(x, state[f"{name}.weight"], state[f"{name}.bias"])


def _norm(state: State, x: Tensor, name: str, eps: float = 1e-5) -> Tensor:
    return F.layer_norm(x, x.shape[-1:], state[f"{name}.weight"], state[f"{name}.bias"], eps)


def _attend(query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
    """Each head has its own stretch of the width."""
    size = query.shape[-1] // heads
    parts = []
    for head in range(heads):
        q, k, v = (x[..., head * size : (head + 1) * size] for x in (query, key, value))
        parts.append((q @ k.transpose(1, 2) / size**0.5).softmax(dim=-1) @ v)
    return torch.cat(parts, dim=-1)


def save(folder: Path, state: State) -> Path:
    """As the authors' training script saves: names of a wrapped module, beside the optimiser."""
    wrapped = {f"module.{key}": value for key, value in state.items()}
    path = folder / "best.pth"
    torch.save({"epoch": 3, "state_dict": wrapped, "optimizer": {"lr": 1e-4}}, path)
    return path
