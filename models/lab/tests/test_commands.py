"""The command line: every module in `commands` is a command that explains itself."""

from importlib import import_module

import pytest

from needledrop_lab.__main__ import command_modules, main


@pytest.mark.parametrize(
    "command", ["features", "train", "evaluate", "table2", "export", "probe", "toy"]
)
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


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["train", "classification", "--data", "d", "--out", "o"], "say --manifest"),
        (["evaluate", "run", "--data", "d"], "say RUN and --manifest"),
        (["evaluate", "--data", "d"], "--out to measure needledrop-base"),
    ],
)
def test_what_is_left_out_is_asked_for(arguments: list[str], message: str) -> None:
    with pytest.raises(SystemExit, match=message):
        main(arguments)
