"""Stochastic text of long lists, and tokenising."""

from collections import Counter
from random import Random

from toys import tokenizer

from needledrop_lab.text import encode, stochastic

TAGS = ["banjo", "piano", "flute", "drums"]


def test_same_seed_same_text() -> None:
    assert stochastic(TAGS, Random(9)) == stochastic(TAGS, Random(9))


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
