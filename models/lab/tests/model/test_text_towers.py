"""The text towers of the ten systems."""

from pathlib import Path

import numpy as np
import pytest
import torch
from toys import TOY_TEXT, tokenizer

from needledrop_lab.model.pretrained import load_minilm
from needledrop_lab.model.tokens import encode
from needledrop_lab.model.towers import PublishedText, TextShape, TextTower, WordTower, WordVectors
from needledrop_lab.model.towers.words import WordTableError, means_of

TABLE = WordVectors(["calm", "dark", "hip-hop", "post"], np.eye(4, 3, dtype=np.float16))


def test_bert_base_has_the_published_number_of_weights() -> None:
    with torch.device("meta"):
        tower = PublishedText(TextShape(width=768, inner=3_072, depth=12), 128)
    weights = sum(p.numel() for p in tower.parameters())
    projector = sum(p.numel() for p in tower.projector.parameters())
    # a second type of sentence, folded into the positions, and a pooler that the paper does not use
    unused = 2 * 768 + 768 * 768 + 768
    assert projector == 99_840
    assert weights - projector + unused == 109_482_240


def test_the_first_token_or_the_mean_of_all_is_projected() -> None:
    torch.manual_seed(1)
    first, mean = (PublishedText(TOY_TEXT, 4, pooling).eval() for pooling in ("first", "mean"))
    mean.load_state_dict(first.state_dict())
    ids, mask = encode(tokenizer(), ["banjo", "dark jazz piano"], 8)
    hidden = first.hidden(ids, mask)
    assert torch.allclose(first.project(ids, mask), first.projector(hidden[:, 0]))
    pooled = torch.stack([hidden[0, :3].mean(dim=0), hidden[1].mean(dim=0)])
    assert torch.allclose(mean.project(ids, mask), mean.projector(pooled), atol=1e-6)
    assert torch.allclose(mean(ids, mask).norm(dim=1), torch.ones(2), atol=1e-5)


def test_both_kinds_of_tower_start_from_the_same_sentence_encoder() -> None:
    shipped, paper = TextTower(TextShape(), 8), PublishedText(TextShape(), 8, "mean")
    load_minilm(shipped)
    load_minilm(paper)
    ids, mask = torch.tensor([[101, 3424, 102]]), torch.ones(1, 3, dtype=torch.long)
    with torch.no_grad():
        assert torch.equal(shipped.eval().pooled(ids, mask), paper.eval().mean(ids, mask))


def test_words_are_averaged_and_unknown_ones_skipped() -> None:
    np.testing.assert_allclose(TABLE.mean("Dark, calm flugelhorn"), [0.5, 0.5, 0])
    np.testing.assert_allclose(TABLE.mean("calm calm dark"), [2 / 3, 1 / 3, 0])


def test_a_word_with_hyphens_is_looked_up_whole_and_then_in_parts() -> None:
    np.testing.assert_allclose(TABLE.mean("hip-hop"), [0, 0, 1])
    np.testing.assert_allclose(TABLE.mean("post-calm"), [0.5, 0, 0])


@pytest.mark.parametrize("text", ["", "flugelhorn", "..."])
def test_a_text_of_unknown_words_is_the_table_s_mean(text: str) -> None:
    np.testing.assert_allclose(TABLE.mean(text), [0.25, 0.25, 0.25])


def test_only_the_projection_of_word_vectors_learns() -> None:
    tower = WordTower(3, 8)
    assert sum(p.numel() for p in tower.parameters()) == 2 * 3 + 3 * 8
    assert torch.allclose(
        tower(means_of(TABLE, ["calm", "dark"])).norm(dim=1), torch.ones(2), atol=1e-5
    )


def test_a_table_is_read_with_its_words(tmp_path: Path) -> None:
    np.savez(tmp_path / "w.npz", vectors=np.eye(2, dtype=np.float16))
    (tmp_path / "w.txt").write_text("calm\ndark\n")
    np.testing.assert_allclose(WordVectors.read(tmp_path / "w.npz").mean("dark"), [0, 1])
    (tmp_path / "w.txt").write_text("calm\n")
    with pytest.raises(WordTableError, match="1 words"):
        WordVectors.read(tmp_path / "w.npz")
    with pytest.raises(WordTableError, match=r"no word vectors in .*none\.npz"):
        WordVectors.read(tmp_path / "none.npz")
