"""lab: train, measure, compare and export packs. `lab COMMAND --help` explains one command."""

from __future__ import annotations

import argparse
import os
import pkgutil
import sys
from importlib import import_module

import torch

from . import commands
from .errors import LabError


def command_modules() -> dict[str, str]:
    """Command -> name of its module in `commands`."""
    names = (m.name for m in pkgutil.iter_modules(commands.__path__) if m.name[0] != "_")
    return {name.rstrip("_"): name for name in sorted(names)}


def main(arguments: list[str] | None = None) -> None:
    """Run the command that `arguments`, by default those of the process, begin with."""
    given = sys.argv[1:] if arguments is None else arguments
    modules = command_modules()
    first = argparse.ArgumentParser(prog="lab", description=__doc__)
    first.add_argument("command", choices=modules, metavar="COMMAND", help=", ".join(modules))
    command: str = first.parse_args(given[:1]).command
    module = import_module(f"{commands.__name__}.{modules[command]}")
    parser = argparse.ArgumentParser(
        prog=f"lab {command}",
        description=module.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--threads", type=int, default=os.cpu_count(), help="of the processor")
    module.add_arguments(parser)
    options = parser.parse_args(given[1:])
    torch.set_num_threads(options.threads)
    try:
        module.run(options)
    except LabError as error:
        raise SystemExit(f"lab {command}: {error}") from error


if __name__ == "__main__":
    main()
