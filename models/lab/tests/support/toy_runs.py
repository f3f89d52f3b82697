"""Runs over the toy pool that the `toy` fixture makes once a module."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from run_toys import TAGS, toy_language, toy_plan

from needledrop_lab.corpus.pool import Pool
from needledrop_lab.model.two_towers import TwoTowers
from needledrop_lab.training.plan import Plan


def plan(toy: tuple[Pool, Path], system: str, **changes: object) -> Plan:
    return toy_plan(system, toy[1], **changes)


def towers_of(chosen: Plan, tags: Sequence[str] = TAGS) -> TwoTowers:
    return TwoTowers(chosen.settings, toy_language(), tags)
