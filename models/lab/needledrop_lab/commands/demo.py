"""Write the paper's demo page: three queries, three kinds of training text, our originals.

    lab demo --data DATA --runs RUNS --originals catalogue/originals [--folder docs/demo]

Asks the first seed of contrastive-bert-tag, -sentence and -stochastic. Writes FOLDER/index.html,
and the same answers under `demo` of docs/results.json.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..device import device_of
from ..files import write_text
from ..reporting import results
from ..reporting.demo.originals import read_originals
from ..reporting.demo.page import page
from ..reporting.demo.search import QUERIES, answers, demo_runs
from ..training.trained import load_run


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Runs, music, and where the page and its answers go."""
    parser.add_argument("--data", type=Path, required=True, help="that the runs were trained with")
    parser.add_argument("--runs", type=Path, required=True, help="folder of run folders")
    parser.add_argument("--originals", type=Path, required=True, help="holds tracks.json")
    parser.add_argument("--folder", type=Path, default=Path("docs/demo"))
    parser.add_argument("--device", help="cpu or cuda; default: a GPU if there is one")
    parser.add_argument("--results", type=Path, default=results.RESULTS)


def run(options: argparse.Namespace) -> None:
    """Answer all queries first, so that a track that cannot be decoded keeps the old page."""
    found, tracks = demo_runs(options.runs), read_originals(options.originals)
    device = device_of(options.device)
    # the tracks are none of a corpus: they are decoded here, and no cached features are read
    trained = [load_run(one.folder, options.originals, options.data, device) for one in found]
    given = answers(trained, tracks, tuple(QUERIES))
    rows = [
        {
            "query": answer.query,
            "system": answer.system,
            "tracks": [
                {
                    "id": hit.track.id,
                    "title": hit.track.title,
                    "style": hit.track.style,
                    "start": round(hit.start, 2),
                    "cosine": round(hit.cosine, 4),
                }
                for hit in answer.hits
            ],
        }
        for answer in given
    ]
    value = {
        "command": "lab demo",
        "machine": results.machine(),
        "systems": [{"system": one.system, "seed": one.seed} for one in found],
        "queries": list(QUERIES),
        "searched": len(tracks),
        "rows": rows,
    }
    options.folder.mkdir(parents=True, exist_ok=True)
    target = options.folder / "index.html"
    write_text(target, page(given, len(tracks), options.folder))
    results.merge(options.results, "demo", value)
    print(f"wrote {target}")
