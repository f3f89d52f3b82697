"""The towers. All end in one dimension, and a dot product of unit vectors compares them."""

from .compact import AudioGraph, AudioShape, AudioTower
from .layers import unit
from .text import PostNormBlock, PublishedText, TextShape, TextTower

__all__ = [
    "AudioGraph",
    "AudioShape",
    "AudioTower",
    "PostNormBlock",
    "PublishedText",
    "TextShape",
    "TextTower",
    "unit",
]
