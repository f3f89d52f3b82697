"""What the words of tags imply, and what phrases rule out."""

from needledrop_lab.corpus.words import implied, opposites, relations, vocabulary
from needledrop_lab.teachers.presence import taught_words


def test_a_narrow_word_implies_the_wider_one() -> None:
    assert {"strings", "brass"} <= implied(("violin", "trumpet"))
    assert "violin" not in implied(("strings",))


def test_near_synonyms_imply_each_other_and_a_tag_does_not_imply_itself() -> None:
    assert "upbeat" in implied(("lively",)) and "lively" in implied(("upbeat",))
    assert "upbeat" not in implied(("upbeat", "lively"))


def test_one_step_only() -> None:
    # tense -> suspenseful -> suspense and so on would take in everything that is near.
    assert "happy" in implied(("joyful",)) and "positive" in implied(("happy",))
    step = implied(("heroic",))
    assert "epic" in step and "strings" not in step


def test_nothing_follows_from_words_that_say_all() -> None:
    assert implied(("drums",)) == {"percussion"}
    assert implied(()) == frozenset()


def test_implied_words_are_words_that_somebody_uses() -> None:
    known = {*vocabulary(), *taught_words()}
    assert [word for word in relations()["implied"] if word not in known] == []


def test_a_word_is_not_said_to_imply_itself() -> None:
    assert [word for word, by in relations()["implied"].items() if word in by] == []


def test_phrases_rule_out_words_that_are_known() -> None:
    assert opposites()["no vocals"] == "vocals"
    assert set(opposites().values()) <= {*vocabulary(), *taught_words()}
