"""Checkpoints of the published keys: read right, or refused with the key that is at fault."""

from pathlib import Path

import pytest
import torch
from published_twin import TOY, audio_embedding, made_state, save, shapes, text_embedding
from torch import nn

from needledrop_lab.model.published import (
    CheckpointError,
    PublishedShape,
    load_published,
    published_name,
)
from needledrop_lab.model.published import Published as PublishedModel


def test_both_towers_compute_what_the_checkpoint_says(tmp_path: Path) -> None:
    state = made_state(TOY)
    model = load_published(save(tmp_path, state), TOY)
    audio = torch.randn(3, TOY.front.section_samples) * 0.1
    ids = torch.randint(0, 30_522, (3, 9))
    with torch.no_grad():
        heard = nn.Sequential(model.front, model.audio)(audio)
        read = model.text(ids, torch.ones_like(ids))
    torch.testing.assert_close(heard, audio_embedding(state, audio, TOY), atol=2e-4, rtol=0)
    torch.testing.assert_close(read, text_embedding(state, ids, TOY), atol=1e-5, rtol=0)


def test_the_real_checkpoint_s_shapes_are_those_of_the_paper() -> None:
    with torch.device("meta"):
        model = PublishedModel(PublishedShape())
    real = shapes(PublishedShape())
    for ours, value in model.state_dict().items():
        assert real[published_name(ours, PublishedShape())] == tuple(value.shape), ours
    assert real["audio_encoder.pos_embedding"] == (1, 513, 256)
    assert real["audio_encoder.frontend.fc.weight"] == (256, 1024)
    assert real["audio_encoder.audio_representation.mel_scale.fb"] == (513, 128)
    state_only = ("running_", "num_batches", "position_ids", "window", "mel_scale", "head.logit")
    weights = {key: size for key, size in real.items() if not any(p in key for p in state_only)}
    assert sum(torch.Size(size).numel() for size in weights.values()) == 114_203_267
    bert = {key: size for key, size in weights.items() if key.startswith("text_encoder.")}
    assert sum(torch.Size(size).numel() for size in bert.values()) == 109_482_240


def test_the_text_keys_are_those_of_the_transformers_library() -> None:
    transformers = pytest.importorskip("transformers")
    with torch.device("meta"):
        bert = transformers.BertModel(transformers.BertConfig())
    theirs = {f"text_encoder.{key}": tuple(v.shape) for key, v in bert.state_dict().items()}
    real = shapes(PublishedShape())
    ours = {key: size for key, size in real.items() if key.startswith("text_encoder.")}
    del ours["text_encoder.embeddings.position_ids"]  # only old versions store it
    assert ours == theirs


def test_a_triplet_checkpoint_and_one_without_position_ids_are_read(tmp_path: Path) -> None:
    state = made_state(TOY)
    for key in ("logit_scale", "head.logit_scale", "text_encoder.embeddings.position_ids"):
        del state[key]
    load_published(save(tmp_path, state), TOY)


WINDOW = "audio_encoder.audio_representation.spec_fn.window"
FAULTS = {
    "missing": ("missing: audio_encoder.cls_token", {"audio_encoder.cls_token": None}),
    "unknown": ("unknown: extra.weight", {"extra.weight": torch.zeros(2)}),
    "misshapen": (
        r"misshapen: audio_encoder.frontend.fc.weight \(8, 5\) instead of \(8, 4\)",
        {"audio_encoder.frontend.fc.weight": torch.zeros(8, 5)},
    ),
    "not a number": ("not finite: logit_scale", {"logit_scale": torch.tensor([torch.nan])}),
    "another window": ("spec_fn.window", {WINDOW: torch.ones(64)}),
    "classification": ("head.fc_cls.weight", {"head.fc_cls.weight": torch.zeros(1054, 6)}),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_checkpoint_is_refused_by_the_name_of_its_key(tmp_path: Path, fault: str) -> None:
    message, changes = FAULTS[fault]
    state: dict[str, torch.Tensor | None] = {**made_state(TOY), **changes}
    kept = {key: value for key, value in state.items() if value is not None}
    with pytest.raises(CheckpointError, match=message):
        load_published(save(tmp_path, kept), TOY)


def test_many_missing_keys_are_counted(tmp_path: Path) -> None:
    state = {k: v for k, v in made_state(TOY).items() if not k.startswith("audio_encoder.trans")}
    with pytest.raises(CheckpointError, match=r"layers\.0\.0\.fn\.norm\.bias.* and 17 more"):
        load_published(save(tmp_path, state), TOY)


def test_a_glove_system_is_named(tmp_path: Path) -> None:
    state = {k: v for k, v in made_state(TOY).items() if not k.startswith("text_encoder.")}
    with pytest.raises(CheckpointError, match="GloVe"):
        load_published(save(tmp_path, state), TOY)


def test_a_file_that_is_no_checkpoint_is_named(tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match=r"none\.pth cannot be read"):
        load_published(tmp_path / "none.pth")
    (tmp_path / "text.pth").write_text("not weights")
    with pytest.raises(CheckpointError, match="zip format"):
        load_published(tmp_path / "text.pth")
    torch.save([1, 2], tmp_path / "list.pth")
    with pytest.raises(CheckpointError, match="no state_dict"):
        load_published(tmp_path / "list.pth")


def test_a_file_that_would_run_code_is_refused(tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[object, ...]:
            return (Path.touch, (tmp_path / "sprung",))

    torch.save({"state_dict": Trap()}, tmp_path / "trap.pth")
    with pytest.raises(CheckpointError):
        load_published(tmp_path / "trap.pth")
    assert not (tmp_path / "sprung").exists()
