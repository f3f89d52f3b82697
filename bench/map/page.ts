// The page that the map's frames are measured on: points in five crowds, and nothing else.
import { html, render } from "lit";
import { MAP_KINDS, type CatalogueMap } from "../../src/contract/map.ts";
import "../../src/panel/elements/map/map-canvas.ts";

const COLOURS = ["#c9a300", "#2bbfa3", "#e38cf0", "#ff8a75", "#a5a1ff"];
const points = Number(new URLSearchParams(location.search).get("points"));

/** The same at every start. */
function crowdedMap(): CatalogueMap {
  const numbers = Array.from({ length: points }, (_, t) => t);
  const place = (t: number, turn: (angle: number) => number): number => {
    const crowd = t % MAP_KINDS.length;
    return 0.5 + 0.3 * turn(1.26 * crowd) + 0.16 * Math.sqrt((t * 0.618) % 1) * turn(2.4 * t);
  };
  return {
    ids: numbers.map(String),
    x: Float32Array.from(numbers, (t) => place(t, Math.cos)),
    y: Float32Array.from(numbers, (t) => place(t, Math.sin)),
    kind: Uint8Array.from(numbers, (t) => t % MAP_KINDS.length),
    playable: new Uint8Array(points).fill(1),
    labels: MAP_KINDS.map((text, t) => ({ text, x: place(t, Math.cos), y: place(t, Math.sin) })),
  };
}

for (const [k, kind] of MAP_KINDS.entries()) {
  document.body.style.setProperty(`--nd-map-${kind}`, COLOURS[k] ?? "");
}
for (const name of ["dim", "ground", "text", "accent", "on-accent"]) {
  document.body.style.setProperty(`--nd-map-${name}`, name === "text" ? "#fff" : "#444");
}
render(
  html`<nd-map-canvas style="position: fixed; inset: 0" .map=${crowdedMap()}></nd-map-canvas>`,
  document.body,
);
