"""The towers that a pack of needledrop-base's kind is made of."""

from __future__ import annotations

from torch import nn

from ..audio.log_mel import FrontEnd
from ..errors import LabError
from ..model.towers import BLOCKS, AudioGraph, AudioTower, BlockGraph, BlockTower, TextTower
from ..training.trained import Trained


class NotAPackError(LabError, ValueError):
    """A model that no pack of this kind can be made of."""


def graph_of(front: FrontEnd, audio: AudioTower | BlockTower) -> tuple[nn.Module, int]:
    """What is exported of an audio tower, and how many blocks a section of it is made of."""
    if isinstance(audio, BlockTower):
        return BlockGraph(front, audio), BLOCKS
    return AudioGraph(front, audio), 1


def towers_of(trained: Trained) -> tuple[TextTower, AudioTower | BlockTower]:
    """The towers of needledrop-base's kind. Raises NotAPackError for others."""
    text, audio = trained.towers.text, trained.towers.audio
    if not (isinstance(text, TextTower) and isinstance(audio, AudioTower | BlockTower)):
        raise NotAPackError(f"{trained.plan.name} has other towers than needledrop-base")
    return text, audio
