"""Properties of the three text representations."""

from collections import Counter
from random import Random
from typing import get_args

import pytest
from scipy.stats import chisquare

from needledrop_lab.training.texts import Representation, represent, stochastic

TAGS = ("banjo", "piano", "flute", "drums")
DRAWS = 8_000


def drawn(representation: Representation, count: int = DRAWS) -> list[tuple[str, ...]]:
    random = Random(11)
    return [tuple(represent(representation, TAGS, random).split(", ")) for _ in range(count)]


def is_uniform(counts: Counter[object], cells: int) -> bool:
    return len(counts) == cells and bool(chisquare(list(counts.values())).pvalue > 0.001)


def test_stochastic_text_has_each_number_of_tags_equally_often() -> None:
    assert is_uniform(Counter(len(tags) for tags in drawn("stochastic")), 4)


@pytest.mark.parametrize("representation", ["sentence", "stochastic"])
def test_each_order_of_all_tags_is_equally_likely(representation: Representation) -> None:
    assert is_uniform(Counter(tags for tags in drawn(representation) if len(tags) == 4), 24)


def test_a_sentence_has_all_tags_once() -> None:
    assert {frozenset(tags) for tags in drawn("sentence", 200)} == {frozenset(TAGS)}
    assert all(len(tags) == 4 for tags in drawn("sentence", 200))


def test_each_tag_is_drawn_equally_often() -> None:
    assert is_uniform(Counter(drawn("tag")), 4)


@pytest.mark.parametrize("representation", get_args(Representation))
def test_no_tag_comes_twice_and_the_annotation_is_left_alone(
    representation: Representation,
) -> None:
    tags = list(TAGS)
    for seed in range(200):
        words = represent(representation, tags, Random(seed)).split(", ")
        assert len(set(words)) == len(words)
        assert set(words) <= set(TAGS)
    assert tags == list(TAGS)


@pytest.mark.parametrize("representation", get_args(Representation))
def test_a_track_with_one_tag_is_that_tag(representation: Representation) -> None:
    assert represent(representation, ["banjo"], Random(0)) == "banjo"


def test_same_seed_same_text() -> None:
    assert stochastic(TAGS, Random(9)) == stochastic(TAGS, Random(9))


def test_of_a_long_list_few_words_come_up_as_often_as_many() -> None:
    tags = [f"tag {number}" for number in range(30)]
    random = Random(5)
    drawn = [stochastic(tags, random, 4).split(", ") for _ in range(8000)]
    sizes = Counter(len(words) for words in drawn)
    assert set(sizes) == {1, 2, 3, 4}
    assert all(abs(count - 2000) < 200 for count in sizes.values())
    assert {word for words in drawn for word in words} == set(tags)
