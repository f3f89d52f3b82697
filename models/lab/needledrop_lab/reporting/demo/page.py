"""The page: a section per query, a column per system, a player per track. It needs no script.

Everything that comes from files is escaped.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from html import escape
from pathlib import Path
from urllib.parse import quote

from ...corpus.words import words_in
from .originals import Original
from .search import QUERIES, SYSTEMS, Answer, Hit
from .style import CSS

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Three queries, three kinds of training text</title>
<style>{css}</style>
</head>
<body>
<header>
<h1>Three queries, three kinds of training text</h1>
<p>The demo of <cite>Toward Universal Text-to-Music Retrieval</cite> (Doh, Won, Choi and Nam, ICASSP
2023), rebuilt with models trained here and {tracks} tracks of Needledrop Originals. The three
models share their towers, objective and training tracks. The training tracks include other music
by this composer, but none of these tracks. The models differ in the text that described a track
in training:</p>
<dl>
<div><dt>Tag</dt><dd>one of its tags</dd></div>
<div><dt>Sentence</dt><dd>all of its tags, joined</dd></div>
<div><dt>Stochastic</dt><dd>some of its tags, joined; their number and choice are drawn anew each
time</dd></div>
</dl>
<p>Each query shows the {shown} tracks whose audio each model ranks highest. A track is ranked by
its best section, which is coloured under the player; playback starts there. Tags that the query
names are <mark>marked</mark>: the composer assigned them, and they help you judge the result; the
search does not use them. The number is the cosine of query and section; compare it within a list,
not between lists.</p>
<nav aria-label="Queries"><ul>
{links}
</ul></nav>
</header>
<main>
{queries}
</main>
<footer>
<p>Written by <code>lab demo</code>. The music is CC0 1.0. <a href="../results.md">The
results</a> show how these models perform on all test tracks; nine lists illustrate, they measure
nothing.</p>
</footer>
</body>
</html>
"""
QUERY = """<section id="query-{number}" aria-labelledby="query-{number}-title">
<h2 id="query-{number}-title">“{query}”</h2>
<p class="kind">{kind}</p>
<div class="columns">
{columns}
</div>
</section>"""
COLUMN = """<section>
<h3>{text}</h3>
<p>{system}</p>
<ol role="list">
{hits}
</ol>
</section>"""
HIT = """<li>
<p class="track"><span class="place">{place}.</span> <span class="title">{title}</span>
<span class="cosine">cosine {cosine}</span></p>
<p class="style">{style}, from {start} of {whole}</p>
<audio controls preload="none" src="{source}" aria-label="{label}"></audio>
<div class="line" aria-hidden="true"><i style="left:{left:.1f}%;width:{width:.1f}%"></i></div>
{tags}
</li>"""


def page(given: Sequence[Answer], tracks: int, folder: Path) -> str:
    """HTML of FOLDER/index.html. `tracks` is how many were searched."""
    queries = list(dict.fromkeys(answer.query for answer in given))
    sections = []
    for number, query in enumerate(queries, 1):
        columns = [_column(answer, folder) for answer in given if answer.query == query]
        sections.append(
            QUERY.format(
                number=number,
                query=escape(query),
                kind=escape(QUERIES[query]),
                columns="\n".join(columns),
            )
        )
    links = [f'<li><a href="#query-{n}">{escape(q)}</a></li>' for n, q in enumerate(queries, 1)]
    shown = max(len(answer.hits) for answer in given)
    return PAGE.format(
        css=CSS, tracks=tracks, shown=shown, links="\n".join(links), queries="\n".join(sections)
    )


def clock(seconds: float) -> str:
    """Minutes and whole seconds, as players show them."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def source_of(track: Original, start: float, folder: Path) -> str:
    """The track's address as seen from the page, with the second at which it starts."""
    relative = Path(os.path.relpath(track.audio.resolve(), folder.resolve())).as_posix()
    return f"{quote(relative)}#t={start:g}"


def _column(answer: Answer, folder: Path) -> str:
    hits = [_hit(hit, place, answer.query, folder) for place, hit in enumerate(answer.hits, 1)]
    text = SYSTEMS[answer.system].capitalize()
    return COLUMN.format(text=text, system=escape(answer.system), hits="\n".join(hits))


def _hit(hit: Hit, place: int, query: str, folder: Path) -> str:
    track, start = hit.track, clock(hit.start)
    return HIT.format(
        place=place,
        title=escape(track.title),
        cosine=f"{hit.cosine:.3f}".replace("-", "\N{MINUS SIGN}"),
        style=escape(track.style),
        source=escape(source_of(track, hit.start, folder)),
        label=escape(f"{track.title}, from {start}"),
        left=100 * hit.start / track.seconds,
        width=100 * (hit.end - hit.start) / track.seconds,
        start=start,
        whole=clock(track.seconds),
        tags=_tags(track.tags, query),
    )


def _tags(tags: Sequence[str], query: str) -> str:
    """The tags that the query names are visible; a click shows all of them."""
    found = set(words_in(query, tags))
    named = [f"<mark>{escape(tag)}</mark>" for tag in tags if tag in found]
    shown = " ".join(named) or '<span class="none">The query names none of its tags</span>'
    every = [f"<mark>{escape(tag)}</mark>" if tag in found else escape(tag) for tag in tags]
    return (
        f'<p class="named">{shown}</p>\n'
        f"<details><summary>All {len(tags)} tags</summary><p>{', '.join(every)}</p></details>"
    )
