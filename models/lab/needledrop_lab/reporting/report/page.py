"""The whole page, section by section."""

from __future__ import annotations

from collections.abc import Mapping

from .ablation import ablation
from .beats import beats
from .captions import captions
from .cut import cut
from .demo import demo
from .downstream import downstream, spaces
from .findings import FURTHER, findings
from .fit import fit
from .folds import folds
from .hearing import hearing
from .lengths import lengths
from .light import light
from .markdown import DASH, Json, provenance, table
from .retrieval import table2, training
from .search import search
from .shipped import shipped
from .sight import sight
from .speed import speed
from .variations import variations

INTRO = """# Results

Written by `lab report` from [results.json](results.json). Every figure on this page comes from
that file; what has not been measured yet is marked as such. The paper's figures are from
{source}."""
SHIPPED = "needledrop-base"
CATALOGUE = {
    "styleSearch": "Style search",
    "likeness": "Similarity within a style",
    "audit": "Audit of rendered pieces",
    "probes": "Probes on log-mel statistics",
}
LABELS = {  # keys of the catalogue's figures in words; a key that is not listed is shown as it is
    "shareLocal": "share, local only",
    "ownLocal": "own, local only",
    "takenFor": "taken for",
    "mostIn": "in style",
    "piecesOfEachStyle": "pieces per style",
    "piecesWithDrums": "pieces with drums",
    "tempoHeardAsWritten": "tempo detected as written",
    "tempoByChance": "tempo by chance",
    "styleAccuracy": "style accuracy",
    "instrumentMacroRocAuc": "instrument ROC-AUC, macro average",
    "instrumentWithinOneStyle": "the same within one style",
}


def render(results: Json) -> str:
    """Markdown of docs/results.md. `results` holds the paper's figures under `paper`."""
    sections = {
        "Findings": findings(results),
        FURTHER["variations"]: variations(results) if "variations" in results else None,
        FURTHER["lengths"]: lengths(results["lengths"]) if "lengths" in results else None,
        "The pack that ships": shipped(results[SHIPPED]) if SHIPPED in results else None,
        "What it learns from": ablation(results["ablation"]) if "ablation" in results else None,
        "Fold by fold": folds(results["folds"]) if "folds" in results else None,
        "Search": search(results["product"]) if "product" in results else None,
        "Facts by ear": hearing(results["hearing"]) if "hearing" in results else None,
        "Beats and bars": beats(results["beats"]) if "beats" in results else None,
        "Music of an exact length": fit(results["fit"]) if "fit" in results else None,
        "Captions": captions(results["captions"]) if "captions" in results else None,
        "Words for pictures": sight(results["sight"]) if "sight" in results else None,
        "Light, colour and motion": light(results["light"]) if "light" in results else None,
        "Music to the cut": cut(results["cut"]) if "cut" in results else None,
        "Retrieval": table2(results),
        "Downstream tasks": downstream(results),
        "Joint spaces": spaces(results),
        "Demo": demo(results["demo"]) if "demo" in results else None,
        "Training": training(results),
        "Speed": speed(results["speed"]) if "speed" in results else None,
        "Catalogue": catalogue(results),
    }
    parts = [INTRO.format(source=results["paper"]["source"])]
    parts += [f"## {title}\n\n{text}" for title, text in sections.items() if text is not None]
    return "\n\n".join(parts) + "\n"


def catalogue(results: Json) -> str:
    """What the composer's tools measured: any object of values becomes a table."""
    found = results.get("catalogue")
    if found is None:
        return "Not measured yet: results.json has no figures for the composed catalogue."
    parts = [provenance(found)] if "command" in found and "machine" in found else []
    for key, title in CATALOGUE.items():
        own = found.get(key)
        parts += [f"### {title}", "Not measured yet." if own is None else _listed(own)]
    return "\n\n".join(parts)


def _listed(values: Json) -> str:
    """The `note`, then one row per value; objects and lists of objects get a table each."""
    parts = [str(values["note"])] if "note" in values else []
    rest = {key: value for key, value in values.items() if key != "note"}
    tables = {key: rows for key, value in rest.items() if (rows := _rows(value))}
    single = [[_label(key), _cell(value)] for key, value in rest.items() if key not in tables]
    if single:
        parts.append(table(["", "Value"], single))
    for key, rows in tables.items():
        columns = list(dict.fromkeys(name for row in rows for name in row))
        body = [[_cell(row.get(name)) for name in columns] for row in rows]
        parts += [f"{_label(key)}:"] if len(tables) > 1 else []
        parts.append(table([_label(name) for name in columns], body))
    return "\n\n".join(parts)


def _label(key: str) -> str:
    return LABELS.get(key, key)


def _rows(value: object) -> list[Json]:
    """An object's entries or a list's objects as rows; none for a single value."""
    if isinstance(value, Mapping):
        return [{"": key, **_row(own)} for key, own in value.items()]
    if isinstance(value, list):
        return [row for row in value if isinstance(row, Mapping)]
    return []


def _row(value: object) -> Json:
    return value if isinstance(value, Mapping) else {"Value": value}


def _cell(value: object) -> str:
    """As the file has it, with at most four decimals."""
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".")
    if isinstance(value, list):
        return ", ".join(map(_cell, value))
    if isinstance(value, Mapping):
        return ", ".join(f"{k} {_cell(v)}" for k, v in value.items())
    return DASH if value is None else str(value)
