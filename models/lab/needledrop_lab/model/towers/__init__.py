"""The towers. All end in one dimension, and a dot product of unit vectors compares them."""

from .blocks import BLOCKS, BlockGraph, BlockShape, BlockTower
from .compact import AudioGraph, AudioShape, AudioTower
from .layers import unit
from .text import Bert, PublishedText, TextShape, TextTower
from .words import WordTower, WordVectors

__all__ = [
    "BLOCKS",
    "AudioGraph",
    "AudioShape",
    "AudioTower",
    "Bert",
    "BlockGraph",
    "BlockShape",
    "BlockTower",
    "PublishedText",
    "TextShape",
    "TextTower",
    "WordTower",
    "WordVectors",
    "unit",
]
