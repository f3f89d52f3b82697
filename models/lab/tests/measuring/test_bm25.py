"""BM25 against its formula written out."""

import math

import numpy as np

from needledrop_lab.measuring.bm25 import scores

DOCUMENTS = ["jazz, calm piano", "calm, slow, calm", "rock"]


def naive(document: str, query: str) -> float:
    texts = [text.replace(",", "").split() for text in DOCUMENTS]
    own = document.replace(",", "").split()
    mean = sum(len(text) for text in texts) / len(texts)
    total = 0.0
    for word in query.split():
        holding = sum(word in text for text in texts)
        rarity = math.log(1 + (len(texts) - holding + 0.5) / (holding + 0.5))
        count = own.count(word)
        total += rarity * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * len(own) / mean))
    return total


def test_equals_the_formula() -> None:
    queries = ["calm", "calm jazz", "polka"]
    expected = [[naive(document, query) for query in queries] for document in DOCUMENTS]
    np.testing.assert_allclose(scores(DOCUMENTS, queries), expected)


def test_a_rare_word_weighs_more_than_a_common_one_and_an_unknown_one_nothing() -> None:
    found = scores(DOCUMENTS, ["Jazz", "calm", "polka", ""])
    assert found[0, 0] > found[0, 1] > 0
    assert not found[:, 2:].any()
