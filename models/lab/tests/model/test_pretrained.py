"""all-MiniLM-L6-v2 as it comes."""

import json
from pathlib import Path

import numpy as np
import pytest

from needledrop_lab.__main__ import main
from needledrop_lab.model.pretrained import sentence_vectors


def test_sentence_vectors_have_unit_length_and_the_order_of_the_texts() -> None:
    texts = ["a sad and slow piece for the piano", "melancholic piano", "fast metal"]
    vectors = sentence_vectors(texts)
    assert vectors.shape == (3, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]
    assert np.allclose(sentence_vectors(texts[:1])[0], vectors[0], atol=1e-5)


def test_a_file_that_is_no_list_of_texts_is_refused_by_name(tmp_path: Path) -> None:
    file = tmp_path / "texts.json"
    file.write_text(json.dumps({"a": 1}), "utf-8")
    with pytest.raises(SystemExit, match=r"lab sentences: .*texts\.json is no list of texts"):
        main(["sentences", str(file), "--out", str(tmp_path / "out.json")])


def test_vectors_are_written_by_text(tmp_path: Path) -> None:
    file, out = tmp_path / "texts.json", tmp_path / "out.json"
    file.write_text(json.dumps(["banjo", "drums"]), "utf-8")
    main(["sentences", str(file), "--out", str(out), "--threads", "1"])
    found = json.loads(out.read_text("utf-8"))
    assert found["model"] == "all-MiniLM-L6-v2"
    assert [len(vector) for vector in found["vectors"].values()] == [384, 384]
