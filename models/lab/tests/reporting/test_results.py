import json
import multiprocessing
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from needledrop_lab.reporting.results import ResultsError, change, machine, merge, read


def test_a_file_that_is_not_there_has_no_keys(tmp_path: Path) -> None:
    assert read(tmp_path / "results.json") == {}


def test_merging_replaces_one_key_and_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "docs" / "results.json"
    merge(path, "catalogue", {"pieces": 3})
    merge(path, "table2", {"rows": [1]})
    merge(path, "table2", {"rows": [2]})
    assert read(path) == {"catalogue": {"pieces": 3}, "table2": {"rows": [2]}}
    assert [file.name for file in path.parent.iterdir()] == ["results.json"]


def test_a_figure_that_is_no_number_is_refused_and_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    merge(path, "gaps", {"mean": 0.5})
    with pytest.raises(ResultsError, match="table2 cannot be written"):
        merge(path, "table2", {"rocAuc": float("nan")})
    assert read(path) == {"gaps": {"mean": 0.5}}
    assert [file.name for file in tmp_path.iterdir()] == ["results.json"]


@pytest.mark.parametrize("text", ["{", "[1]"])
def test_a_broken_file_is_named_and_not_overwritten(tmp_path: Path, text: str) -> None:
    path = tmp_path / "results.json"
    path.write_text(text)
    with pytest.raises(ResultsError, match=r"results\.json"):
        merge(path, "gaps", 1)
    assert path.read_text() == text


def at_once(write: Callable[[Path, str], None], path: Path) -> None:
    """Three processes that write to one file, named a, b and c."""
    fork = multiprocessing.get_context("fork")
    writers = [fork.Process(target=write, args=(path, name)) for name in ("a", "b", "c")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0


def _write_many(path: Path, key: str) -> None:
    for count in range(20):
        merge(path, key, count)


def test_writers_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    at_once(_write_many, path)
    assert json.loads(path.read_text()) == {"a": 19, "b": 19, "c": 19}


def _add_many(path: Path, name: str) -> None:
    for count in range(20):
        change(path, "tasks", lambda old, new=f"{name}{count}": [*(old or []), new])


def test_writers_who_add_to_the_same_key_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    at_once(_add_many, path)
    assert sorted(read(path)["tasks"]) == sorted(f"{n}{c}" for n in "abc" for c in range(20))


def test_the_machine_is_named_by_its_cores_and_processor() -> None:
    assert machine().startswith(f"{os.cpu_count()} cores of ")
    assert ":" not in machine()
