"""What the systems share: the vocabulary, the labels, the pairs."""

from pathlib import Path

import pytest

from needledrop_lab.corpus.items import Item, ManifestError, Split
from needledrop_lab.corpus.pool import MOST_PAIRS, pool_of


def item(name: str, split: Split, *tags: str) -> Item:
    return Item(name, "toy", name, split, Path(name), 9.0, {"other": tags})


ITEMS = [
    item("a", "train", "jazz", "calm", "lute"),
    item("b", "train", "calm"),
    item("c", "valid", "calm", "jazz"),
    item("d", "test", "jazz", "calm"),
    item("e", "test", "calm", "jazz"),
    item("f", "test", "calm"),
    item("g", "test", "lute"),
]


def test_a_tag_that_a_split_lacks_is_left_out_and_so_is_a_track_without_others() -> None:
    pool = pool_of(ITEMS, least=1)
    assert pool.vocabulary == ("calm", "jazz")
    assert [own.id for own in pool.splits["test"]] == ["d", "e", "f"]
    assert pool.splits["train"][0].tags == ("jazz", "calm")


def test_labels_are_columns_of_the_vocabulary() -> None:
    pool = pool_of(ITEMS, least=1)
    assert pool.labels(pool.splits["train"]).tolist() == [[True, True], [True, False]]


def test_a_pair_s_tags_are_those_of_no_other_test_track_in_any_order() -> None:
    assert [own.id for own in pool_of(ITEMS, least=1).pairs()] == ["f"]


def test_without_a_track_of_its_own_tags_nothing_can_be_asked() -> None:
    twins = [own for own in ITEMS if own.id != "f"]
    with pytest.raises(ManifestError, match="no test track has a set of tags of its own"):
        pool_of(twins, least=1).pairs()


def test_a_fingerprint_is_that_of_tracks_splits_and_tags() -> None:
    known = pool_of(ITEMS, least=1).fingerprint
    assert pool_of(list(ITEMS), least=1).fingerprint == known
    fewer = [own for own in ITEMS if own.id != "e"]
    other = [item("f", "test", "jazz") if own.id == "f" else own for own in ITEMS]
    moved = [item("b", "valid", "calm") if own.id == "b" else own for own in ITEMS]
    found = {pool_of(each, least=1).fingerprint for each in (fewer, other, moved)}
    assert len(found | {known}) == 4


def test_pairs_are_a_thousand_at_most_and_always_the_same() -> None:
    tags = [f"t{number}" for number in range(MOST_PAIRS + 50)]
    splits: tuple[Split, ...] = ("train", "valid", "test")
    items = [item(f"{split}-{tag}", split, tag) for split in splits for tag in tags]
    pairs = pool_of(items, least=1).pairs()
    assert len(pairs) == MOST_PAIRS
    assert pool_of(items[::-1], least=1).pairs() == pairs
    assert pairs[0].sentence == ", ".join(pairs[0].tags)


def test_a_split_without_usable_tracks_is_named() -> None:
    with pytest.raises(ManifestError, match="the train split has no track"):
        pool_of([own for own in ITEMS if own.split != "train"], least=1)
