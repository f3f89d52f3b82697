"""The command line: every module in `commands` is a command that explains itself."""

from importlib import import_module
from pathlib import Path

import pytest

from needledrop_lab.__main__ import command_modules, main


@pytest.mark.parametrize("command", sorted(command_modules()))
def test_a_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([command, "--help"])
    assert f"usage: lab {command}" in capsys.readouterr().out


def test_every_module_has_a_command_s_functions() -> None:
    for command, name in command_modules().items():
        module = import_module(f"needledrop_lab.commands.{name}")
        assert module.__doc__ and f"lab {command}" in module.__doc__
        assert callable(module.add_arguments) and callable(module.run)


def test_an_unknown_command_names_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["sing"])
    assert "evaluate" in capsys.readouterr().err


def test_what_can_be_expected_to_go_wrong_is_told_in_one_line(tmp_path: Path) -> None:
    manifest = str(tmp_path / "none.jsonl")
    with pytest.raises(SystemExit, match=r"lab table2: .*none\.jsonl cannot be read") as caught:
        main(["table2", "--manifest", manifest, "--data", "d", "--out", str(tmp_path)])
    assert "\n" not in str(caught.value)


def test_a_copy_that_is_not_there_is_told_in_one_line(tmp_path: Path) -> None:
    given = ["--manifest", "m", "--data", "d", "--runs", "r", "--cache", str(tmp_path)]
    with pytest.raises(SystemExit, match=r"lab tasks: GTZAN needs .*none") as caught:
        main(["tasks", *given, "--copy", f"gtzan={tmp_path / 'none'}"])
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["train", "classification", "--data", "d", "--out", "o"], "pass --manifest"),
        (
            ["train", "needledrop-base", "--data", "d", "--out", "o", "--manifest", "m"],
            "leave out --manifest",
        ),
        (["evaluate", "run", "--data", "d"], "pass RUN and --manifest"),
        (["evaluate", "--data", "d"], "--out to measure needledrop-base"),
    ],
)
def test_what_is_left_out_is_asked_for(arguments: list[str], message: str) -> None:
    with pytest.raises(SystemExit, match=message):
        main(arguments)
