"""`lab evaluate needledrop-base`: figures of any pack, part by part, into the file of figures."""

from pathlib import Path

import pytest
from pack_music import BLOCKS_PACK, WHOLE_PACK, write_music

from needledrop_lab.__main__ import main
from needledrop_lab.measuring.pack_figures import PARTS
from needledrop_lab.reporting.results import merge, read


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("music")
    write_music(path, sound=True)
    return path


def evaluate(folder: Path, out: Path, *more: str) -> None:
    where = ["--data", str(folder / "data"), "--cache", str(folder / "cache")]
    main(["evaluate", "needledrop-base", *where, "--results", str(out), "--threads", "1", *more])


def test_two_packs_are_measured_side_by_side_part_by_part(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "results.json"
    merge(out, "other", 1)
    both = ["--pack", str(WHOLE_PACK), "--against", str(BLOCKS_PACK)]
    evaluate(folder, out, *both, "--only", "voices")
    corpus = ["--corpus", str(folder / "corpus")]
    evaluate(folder, out, *both, *corpus, "--only", "recorded", "--only", "composed")

    found = read(out)
    assert found["other"] == 1
    own = found["needledrop-base"]
    assert [pack["name"] for pack in own["packs"]] == ["toy-pack", "toy-blocks-pack"]
    assert list(own["parts"]) == ["recorded", "voices", "composed"]
    for name, part in own["parts"].items():
        assert part["command"] == f"lab evaluate needledrop-base --only {name}"
        assert part["rows"]
        for row in part["rows"]:
            assert len(row["estimates"]) == 2
            assert all(each["value"] >= 0 for each in row["estimates"])


def test_figures_of_another_pack_do_not_stay(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "results.json"
    evaluate(folder, out, "--pack", str(WHOLE_PACK), "--only", "voices")
    evaluate(folder, out, "--pack", str(BLOCKS_PACK), "--only", "prompts")
    assert list(read(out)["needledrop-base"]["parts"]) == ["prompts"]


def test_what_is_left_out_is_named(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "results.json"
    evaluate(folder, out, "--pack", str(WHOLE_PACK), "--only", "composed")
    assert "composed: left out; pass --corpus" in capsys.readouterr().out
    assert not out.exists()


def test_a_folder_without_a_pack_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"lab evaluate: .*needledrop-base holds no pack"):
        evaluate(folder, tmp_path / "results.json", "--out", str(tmp_path))
    with pytest.raises(SystemExit, match="--pack or --out, not both"):
        evaluate(folder, tmp_path / "x.json", "--out", str(tmp_path), "--pack", str(tmp_path))


def test_an_unknown_part_names_the_known_ones(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        evaluate(folder, tmp_path / "results.json", "--only", "colour")
    told = capsys.readouterr().err
    assert all(part in told for part in PARTS)
