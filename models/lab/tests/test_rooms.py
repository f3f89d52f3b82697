"""The rooms of the lab: imports point down, and no file is longer than 300 lines."""

import ast
from pathlib import Path

import needledrop_lab

HOUSE = Path(needledrop_lab.__file__).parent
ROOMS = (
    *("commands", "beats", "eye", "reporting", "packs", "measuring", "training"),
    *("teachers", "model", "corpus", "audio"),
)
EVERYWHERE = ("errors", "files", "device")


def imports(file: Path) -> set[str]:
    """Rooms and modules beside them that a file imports from."""
    inside = file.relative_to(HOUSE).parent.parts
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            folder = inside[: len(inside) - node.level + 1]
            path = [*folder, *(node.module.split(".") if node.module else [])]
            found |= {path[0]} if path else {alias.name for alias in node.names}
    return found


def test_every_room_is_known() -> None:
    folders = {file.parent.name for file in HOUSE.glob("*/__init__.py")}
    assert folders == {*ROOMS, "recipes"}


def test_a_room_imports_from_rooms_below_it_alone() -> None:
    for height, room in enumerate(ROOMS):
        allowed = {*ROOMS[height:], *EVERYWHERE}
        for file in (HOUSE / room).rglob("*.py"):
            assert imports(file) <= allowed, file
    for name in EVERYWHERE:
        assert imports(HOUSE / f"{name}.py") <= {"errors"}


def test_no_file_is_longer_than_300_lines() -> None:
    for file in (*HOUSE.rglob("*.py"), *Path(__file__).parent.rglob("*.py")):
        assert len(file.read_text("utf-8").splitlines()) <= 300, file
