from collections.abc import Callable
from pathlib import Path

import data_copies
import numpy as np
import pytest

from needledrop_lab.measuring.tasks.files import MissingDataError
from needledrop_lab.measuring.tasks.official import OFFICIAL
from needledrop_lab.measuring.tasks.task import Clip, Task, TaskError

COPIES: dict[str, Callable[[Path], None]] = {
    "mtat1": data_copies.mtat1_copy,
    "mtat2": data_copies.mtat2_copy,
    "fma": data_copies.fma_copy,
    "gtzan": data_copies.gtzan_copy,
    "kvt": data_copies.kvt_copy,
    "emotify": data_copies.emotify_copy,
    **{
        f"mtg-{subset}": lambda folder, subset=subset: data_copies.jamendo_copy(folder, subset)
        for subset in ("top50tags", "genre", "instrument", "moodtheme")
    },
}


def read(name: str, folder: Path) -> Task:
    COPIES[name](folder)
    return OFFICIAL[name](folder)


def labels_by_split(task: Task) -> dict[str, list[tuple[str, ...]]]:
    return {split: [c.labels for c in task.of(split)] for split in ("train", "valid", "test")}


def test_the_ten_tasks_of_the_paper_are_there() -> None:
    assert sorted(OFFICIAL) == sorted(COPIES)
    assert len(OFFICIAL) == 10


def test_mtat1_leaves_out_the_silent_clips(tmp_path: Path) -> None:
    task = read("mtat1", tmp_path)
    assert task.labels == ("guitar", "slow")
    assert labels_by_split(task) == {
        "train": [("guitar", "slow")],
        "valid": [("guitar",)],
        "test": [("guitar",)],
    }
    assert task.of("train")[0].audio == tmp_path / "mp3/0/clip-0.mp3"


def test_mtat2_takes_labels_from_the_row_that_a_clip_names(tmp_path: Path) -> None:
    task = read("mtat2", tmp_path)
    assert task.labels == ("guitar", "no vocals")
    assert labels_by_split(task) == {
        "train": [("guitar", "no vocals")],
        "valid": [("no vocals",)],
        "test": [("guitar",)],
    }


def test_mtat2_refuses_a_split_of_another_table(tmp_path: Path) -> None:
    data_copies.mtat2_copy(tmp_path)
    np.save(tmp_path / "test.npy", np.array(["9\t2/test.mp3"]))
    with pytest.raises(TaskError, match=r"test\.npy: .*is not a row of binary"):
        OFFICIAL["mtat2"](tmp_path)


def test_mtat2_opens_no_pickle(tmp_path: Path) -> None:
    data_copies.mtat2_copy(tmp_path)
    np.save(tmp_path / "tags.npy", np.array(["guitar", None], dtype=object), allow_pickle=True)
    with pytest.raises(TaskError, match=r"tags\.npy is not a plain array"):
        OFFICIAL["mtat2"](tmp_path)


@pytest.mark.parametrize("small", [False, True])
def test_jamendo_keeps_labels_as_stored_and_takes_either_edition(
    tmp_path: Path, small: bool
) -> None:
    data_copies.jamendo_copy(tmp_path, "genre", small)
    task = OFFICIAL["mtg-genre"](tmp_path)
    assert task.labels == ("triphop", "rock")
    assert [clip.labels for clip in task.of("test")] == [("triphop",), ("rock", "triphop")]
    assert task.clips[0].audio.name == ("00.low.mp3" if small else "00.mp3")
    assert task.truth(task.of("test")).tolist() == [[True, False], [True, True]]


@pytest.mark.parametrize(("cut", "message"), [(True, "is cut short"), (False, "has the splits")])
def test_a_table_that_is_cut_short_or_of_other_splits_is_refused(
    tmp_path: Path, cut: bool, message: str
) -> None:
    read("fma", tmp_path)
    path = tmp_path / "fma_metadata/tracks.csv"
    lines = path.read_text("utf-8").rstrip("\n").split("\n")
    lines[-1] = lines[-1].partition(",")[0] if cut else lines[-1]
    text = "\n".join(lines) + "\n"
    path.write_text(text if cut else text.replace(",training,", ",exam,"), "utf-8")
    with pytest.raises(TaskError, match=message):
        OFFICIAL["fma"](tmp_path)


def test_fma_takes_the_small_subset_without_broken_tracks(tmp_path: Path) -> None:
    task = read("fma", tmp_path)
    assert [(clip.id, clip.split, clip.labels) for clip in task.clips] == [
        ("2", "train", ("hip-hop",)),
        ("148", "valid", ("rock",)),
        ("100001", "test", ("hip-hop",)),
    ]
    assert task.clips[2].audio == tmp_path / "fma_small/100/100001.mp3"


def test_gtzan_takes_wav_or_au(tmp_path: Path) -> None:
    task = read("gtzan", tmp_path)
    assert task.labels == ("blues", "metal")
    assert [clip.audio.name for clip in task.of("train")] == ["blues.00000.wav", "metal.00000.au"]


def test_kvt_reads_tags_by_split(tmp_path: Path) -> None:
    task = read("kvt", tmp_path)
    assert task.labels == ("clear", "husky")
    assert labels_by_split(task)["train"] == [("husky", "clear")]


def test_emotify_takes_what_most_listeners_felt_and_finds_the_file_by_its_place(
    tmp_path: Path,
) -> None:
    task = read("emotify", tmp_path)
    assert len(task.labels) == 9
    assert labels_by_split(task) == {
        "train": [("calmness",)],
        "valid": [("tension",)],
        "test": [("power",)],
    }
    assert task.of("test")[0].audio == tmp_path / "rock/10.mp3"


@pytest.mark.parametrize("name", sorted(COPIES))
def test_a_missing_file_is_named_with_where_to_get_it(tmp_path: Path, name: str) -> None:
    COPIES[name](tmp_path)
    files = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    assert files
    for file in files:
        kept = file.read_bytes()
        file.unlink()
        broken = file.name.startswith("clip-3")  # of a clip that no task has
        if not broken:
            with pytest.raises(MissingDataError, match="get it from") as caught:
                OFFICIAL[name](tmp_path)
            # of two names that would do, the other may be told
            assert file.with_suffix("").name.removesuffix(".low") in str(caught.value)
        file.write_bytes(kept)
    OFFICIAL[name](tmp_path)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("kvt", "annotation.json"),
        ("kvt", "track_split.json"),
        ("kvt", "kvt_tags.json"),
        ("mtat1", "magnatagatune.json.gz"),
        ("fma", "fma_metadata/tracks.csv"),
        ("emotify", "data.csv"),
        ("mtg-genre", "data/splits/split-0/autotagging_genre-test.tsv"),
    ],
)
def test_a_file_of_another_layout_is_named(tmp_path: Path, name: str, file: str) -> None:
    COPIES[name](tmp_path)
    (tmp_path / file).write_text("[1, 2]\n")
    with pytest.raises(TaskError, match=Path(file).name.replace(".", r"\.")):
        OFFICIAL[name](tmp_path)


def clip(name: str, *labels: str) -> Clip:
    return Clip(name, Path(name), "test", labels)


@pytest.mark.parametrize(
    ("clips", "labels", "told"),
    [
        ((clip("a", "x"),), ("x",), "at least two are needed"),
        ((clip("a", "x"),), ("x", "x"), "a label twice"),
        ((clip("a", "x"), clip("a", "y")), ("x", "y"), "a occurs twice"),
        ((clip("a", "z"),), ("x", "y"), "unknown labels"),
        ((clip("a", "x", "y"),), ("x", "y"), "2 labels, not one"),
        ((), ("x", "y"), "no test clip"),
    ],
)
def test_a_task_that_cannot_be_measured_is_refused(
    clips: tuple[Clip, ...], labels: tuple[str, ...], told: str
) -> None:
    with pytest.raises(TaskError, match=told):
        Task("toy", "one", labels, clips)


def test_a_label_is_asked_for_as_it_is_stored_or_in_its_own_words() -> None:
    task = Task("toy", "one", ("3/4", "waltz"), (clip("a", "3/4"),), {"3/4": "three beats"})
    assert task.asked() == ["three beats", "waltz"]
