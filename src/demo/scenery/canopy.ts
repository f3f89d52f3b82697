import { svg } from "lit";
import { fill, firs, glow, hills, n, puffs, strip, upright, type Scene } from "./shapes.ts";

const FAR = hills(92, 16, 3);
const LAYERS = [
  { path: firs(104, 20, 46, 11), paint: "#a9b3ad", speed: 2 },
  { path: firs(120, 30, 34, 12), paint: "#869a93", speed: 4 },
  { path: firs(140, 44, 24, 13), paint: "#61807a", speed: 7 },
  { path: firs(168, 66, 15, 14), paint: "#3f605a", speed: 12 },
];
const MIST = [98, 114, 134, 160].map((y, i) => puffs(7, 20 + i, { y, spread: 8, size: 74 }));

/** A slow flight over a forest in mist, the sun just up. */
export const canopy: Scene = (id, at) => svg`
  <defs>
    ${upright(`${id}-sky`, [
      [0, "#9fb4c4"],
      [0.35, "#d5cfc0"],
      [0.6, "#f3d3a8"],
      [1, "#f0c9a0"],
    ])}
    ${glow(`${id}-sun`, [
      [0, "#fff8e6"],
      [0.09, "#fff4d8"],
      [0.115, "#ffe7b8/0.8"],
      [1, "#ffd9a0/0"],
    ])}
    ${glow(`${id}-mist`, [
      [0, "#f6ecdd/0.75"],
      [0.6, "#f3e6d4/0.35"],
      [1, "#f3e6d4/0"],
    ])}
  </defs>
  ${fill(`url(#${id}-sky)`)}
  <ellipse cx="236" cy="66" rx="150" ry="100" fill="url(#${id}-sun)" />
  ${strip(svg`<path d=${FAR} fill="#c3c0b3" />`, at)}
  ${LAYERS.map(
    ({ path, paint, speed }, i) => svg`
      ${strip(svg`<path d=${path} fill=${paint} />`, at * speed)}
      ${strip(
        (MIST[i] ?? []).map(
          ({ cx, cy, rx, ry }) =>
            svg`<ellipse cx=${cx} cy=${cy} rx=${rx} ry=${ry} fill="url(#${id}-mist)" />`,
        ),
        at * (speed + 1.5) + 120,
      )}`,
  )}
  ${birds(at)}`;

const FLOCK = [
  [0, 0],
  [9, -4],
  [17, 2],
  [26, -2],
  [35, 5],
] as const;

function birds(at: number): unknown {
  return FLOCK.map(([x, y], i) => {
    const wing = 2.2 * Math.sin(at * 7 + i * 1.9);
    const [left, top] = [60 + x + ((at * 6) % 200), 46 + y + Math.sin(at + i)];
    return svg`<path
      d="M${n(left - 4)} ${n(top - wing)}Q${n(left - 1)} ${n(top - 1)} ${n(left)} ${n(top + 0.6)}Q${n(left + 1)} ${n(top - 1)} ${n(left + 4)} ${n(top - wing)}"
      fill="none" stroke="#4b5a5c" stroke-width="0.9" stroke-linecap="round" />`;
  });
}
