"""Stochastic text: K uniform over 1..L, no repeats, any order, nothing changed."""

from collections import Counter
from random import Random

from toys import tokenizer

from needledrop_lab.text import encode, stochastic

TAGS = ["banjo", "piano", "flute", "drums"]


def draws(count: int) -> list[list[str]]:
    random = Random(5)
    return [stochastic(TAGS, random).split(", ") for _ in range(count)]


def test_every_number_of_tags_is_equally_likely() -> None:
    sizes = Counter(len(tags) for tags in draws(8000))
    assert set(sizes) == {1, 2, 3, 4}
    assert all(abs(count - 2000) < 200 for count in sizes.values())


def test_no_tag_comes_twice_and_none_from_elsewhere() -> None:
    for tags in draws(500):
        assert len(set(tags)) == len(tags)
        assert set(tags) <= set(TAGS)


def test_each_order_comes_up() -> None:
    whole = Counter(tuple(tags) for tags in draws(8000) if len(tags) == 4)
    assert len(whole) == 24


def test_each_tag_leads_equally_often() -> None:
    first = Counter(tags[0] for tags in draws(8000))
    assert all(abs(count - 2000) < 200 for count in first.values())


def test_the_annotation_is_left_alone() -> None:
    tags = list(TAGS)
    stochastic(tags, Random(1))
    assert tags == TAGS


def test_same_seed_same_text() -> None:
    assert stochastic(TAGS, Random(9)) == stochastic(TAGS, Random(9))


def test_one_tag_is_itself() -> None:
    assert stochastic(["banjo"], Random(0)) == "banjo"


def test_texts_are_padded_to_the_longest_and_masked() -> None:
    ids, mask = encode(tokenizer(), ["banjo", "dark jazz piano"], 16)
    assert ids.shape == (2, 5)
    assert mask.tolist() == [[1, 1, 1, 0, 0], [1, 1, 1, 1, 1]]
    assert ids[0, 3:].tolist() == [0, 0]


def test_a_long_text_loses_its_end_but_not_its_closing_token() -> None:
    words = tokenizer()
    ids, _ = encode(words, ["banjo " * 20], 6)
    assert ids.shape == (1, 6)
    assert words.id_to_token(int(ids[0, -1])) == "[SEP]"


def test_of_a_long_list_few_words_come_up_as_often_as_many() -> None:
    tags = [f"tag {number}" for number in range(30)]
    random = Random(5)
    drawn = [stochastic(tags, random, 4).split(", ") for _ in range(8000)]
    sizes = Counter(len(words) for words in drawn)
    assert set(sizes) == {1, 2, 3, 4}
    assert all(abs(count - 2000) < 200 for count in sizes.values())
    assert {word for words in drawn for word in words} == set(tags)
