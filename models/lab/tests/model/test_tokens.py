"""Tokenising."""

from toys import tokenizer

from needledrop_lab.model.tokens import encode


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
