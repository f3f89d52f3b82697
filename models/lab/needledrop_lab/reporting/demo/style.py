"""How the page looks, narrow and wide, light and dark."""

CSS = """
:root {
  color-scheme: light dark;
  --page: #f5f6f8;
  --card: #ffffff;
  --ink: #1b1f24;
  --quiet: #565e69;
  --line: #dadfe5;
  --accent: #0b5cad;
  --mark: #ffe08a;
  --on-mark: #3b2c00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #16181b;
    --card: #212429;
    --ink: #eceff3;
    --quiet: #a7b0bb;
    --line: #363b43;
    --accent: #6db1f7;
    --mark: #5a4600;
    --on-mark: #ffe9a8;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0;
  background: var(--page);
  color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif;
}
header, main, footer { max-width: 76rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 2rem; }
header > p { max-width: 46rem; }
h1 { margin: 0 0 0.75rem; font-size: clamp(1.6rem, 5vw, 2.25rem); line-height: 1.15; }
h2 { margin: 0; font-size: clamp(1.2rem, 3.5vw, 1.5rem); line-height: 1.25; }
h3 { margin: 0; font-size: 1.05rem; }
p { margin: 0 0 0.75rem; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
dl { margin: 0 0 0.75rem; }
dt { font-weight: 600; }
dd { margin: 0; color: var(--quiet); }
nav ul { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 1rem 0 0; padding: 0; }
nav li { list-style: none; }
nav a {
  display: block;
  padding: 0.35rem 0.8rem;
  border: 1px solid var(--line);
  border-radius: 1.25rem;
  background: var(--card);
  text-decoration: none;
}
nav a:hover { border-color: var(--accent); }
main > section { padding-top: 2.25rem; }
.kind { margin: 0 0 0.9rem; color: var(--quiet); }
dl, .columns { display: grid; gap: 1.25rem; }
dl { gap: 0.5rem 1.25rem; }
.columns > section > p { margin: 0 0 0.5rem; color: var(--quiet); font-size: 0.85rem; }
ol { display: grid; gap: 0.75rem; margin: 0; padding: 0; list-style: none; }
ol > li {
  padding: 0.8rem 0.9rem;
  border: 1px solid var(--line);
  border-radius: 0.6rem;
  background: var(--card);
}
.track { display: flex; gap: 0.6rem; align-items: baseline; margin: 0; }
.place { color: var(--quiet); font-variant-numeric: tabular-nums; }
.title { flex: 1; min-width: 0; font-weight: 600; overflow-wrap: anywhere; }
.cosine { color: var(--quiet); font-size: 0.85rem; font-variant-numeric: tabular-nums; }
.style { margin: 0 0 0.5rem; color: var(--quiet); overflow-wrap: anywhere; }
audio { display: block; width: 100%; height: 2.5rem; }
.line { position: relative; height: 0.3rem; margin: 0.6rem 0; background: var(--line); }
.line, .line i { border-radius: 0.15rem; }
.line i { position: absolute; top: 0; bottom: 0; background: var(--accent); }
mark { padding: 0.05rem 0.4rem; border-radius: 0.3rem; }
mark { background: var(--mark); color: var(--on-mark); overflow-wrap: anywhere; }
.named { display: flex; flex-wrap: wrap; gap: 0.35rem; margin: 0 0 0.4rem; font-size: 0.9rem; }
.none { color: var(--quiet); }
details { color: var(--quiet); font-size: 0.85rem; }
summary { cursor: pointer; width: fit-content; }
details p { margin: 0.35rem 0 0; line-height: 1.8; }
footer { padding-top: 2rem; padding-bottom: 2.5rem; color: var(--quiet); font-size: 0.9rem; }
@media (min-width: 56rem) {
  dl, .columns { grid-template-columns: repeat(3, minmax(0, 1fr)); }
}
"""
