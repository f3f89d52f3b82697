"""The commands of `lab`, one module each.

A module's name is the command's (a trailing underscore is dropped: `import_` is `lab import`), its
docstring the help. It has two functions:

    def add_arguments(parser: argparse.ArgumentParser) -> None
    def run(options: argparse.Namespace) -> None

Only the module of the command that is asked for is imported.
"""
