import { svg, type SVGTemplateResult } from "lit";
import { fill, firs, glow, n, scatter, strip, upright, WIDTH, type Scene } from "./shapes.ts";

const STARS = scatter(120, 91, (random) => ({
  cx: n(WIDTH * random()),
  cy: n(112 * random() * random() + 2),
  r: (0.3 + 0.8 * random() * random()).toFixed(2),
  turn: 6.28 * random(),
  pace: 1 + 4 * random(),
}));
const WOOD = firs(128, 74, 20, 92);
const FAR = firs(118, 34, 44, 93);
const SPARKS = scatter(16, 94, (random) => ({
  x: 158 + 14 * (random() - 0.5),
  turn: random(),
  pace: 0.35 + 0.4 * random(),
  sway: 6.28 * random(),
}));

/** Two people by a fire under the stars, a tent lit from inside; nobody moves much. */
export const camp: Scene = (id, at) => {
  const fire = 0.86 + 0.08 * Math.sin(at * 9.1) + 0.06 * Math.sin(at * 14.3 + 2);
  return svg`
    <defs>
      ${upright(`${id}-sky`, [
        [0, "#05080f"],
        [0.6, "#0f1830"],
        [0.8, "#1a2440"],
        [1, "#1d2338"],
      ])}
      ${glow(`${id}-fire`, [
        [0, "#ffd27a/0.95"],
        [0.16, "#ff9c45/0.66"],
        [0.45, "#cf5a22/0.36"],
        [1, "#8a3413/0"],
      ])}
      ${glow(`${id}-tent`, [
        [0, "#ffcf82"],
        [0.7, "#d98a3c"],
        [1, "#a85f26"],
      ])}
      ${upright(`${id}-ground`, [
        [0, "#1b1712"],
        [1, "#0b0908"],
      ])}
    </defs>
    ${fill(`url(#${id}-sky)`)}
    ${STARS.map(({ cx, cy, r, turn, pace }) => svg`<circle cx=${cx} cy=${cy} r=${r} fill="#eef2ff" opacity=${(0.65 + 0.3 * Math.sin(at * pace + turn)).toFixed(2)} />`)}
    ${strip(svg`<path d=${FAR} fill="#0d1424" />`, 60)}
    ${strip(svg`<path d=${WOOD} fill="#070b14" />`, 10)}
    <path d="M0 134Q160 124 320 134V180H0Z" fill="url(#${id}-ground)" />
    <ellipse cx="160" cy="146" rx=${n(196 * fire)} ry=${n(104 * fire)} fill="url(#${id}-fire)" />
    <path d="M222 146L254 100L290 146Z" fill="url(#${id}-tent)" /><path d="M254 100L248 146H262Z" fill="#7a4319" />
    <path d="M254 100L290 146L300 142L260 98Z" fill="#5c3416" />
    ${person(118, at, 1)} ${person(205, at + 2, -1)} ${flames(at)}
    ${SPARKS.map(({ x, turn, pace, sway }) => {
      const life = (turn + at * pace) % 1;
      return svg`<circle cx=${n(x + 5 * Math.sin(life * 7 + sway))} cy=${n(140 - 62 * life)} r="0.8" fill="#ffc777" opacity=${(1 - life).toFixed(2)} />`;
    })}`;
};

/** Somebody who sits and looks into the fire; `side` 1 looks to the right. */
function person(x: number, at: number, side: number): SVGTemplateResult {
  const breath = 0.5 * Math.sin(at * 1.1);
  return svg`<g transform="translate(${x} 150) scale(${side} 1)">
    <path d="M-13 2Q-15 ${n(-18 - breath)} -3 ${n(-22 - breath)}Q5 ${n(-19 - breath)} 6 -10L17 -12L20 2Z" fill="#120d0b" />
    <path d="M-3 ${n(-22 - breath)}Q5 ${n(-19 - breath)} 6 -10L17 -12L20 2L16 0L14 -8L4 -6Q3 -15 -3 ${n(-22 - breath)}Z" fill="#d9772f" opacity="0.85" />
    <circle cx="-1" cy=${n(-28 - breath)} r="5.4" fill="#140e0c" />
    <path d="M1 ${n(-33 - breath)}Q6 ${n(-29 - breath)} 2 ${n(-23 - breath)}Q4 ${n(-28 - breath)} 1 ${n(-33 - breath)}Z" fill="#ffb266" />
  </g>`;
}

function flames(at: number): SVGTemplateResult {
  const tongue = (wide: number, tall: number, pace: number, turn: number): string => {
    const [high, lean] = [
      tall * (0.85 + 0.2 * Math.sin(at * pace + turn)),
      2.6 * Math.sin(at * pace * 0.7 + turn),
    ];
    return `M${-wide} 0Q${n(-wide * 1.1)} ${n(-high * 0.5)} ${n(lean)} ${n(-high)}Q${n(wide * 1.2)} ${n(-high * 0.45)} ${wide} 0Z`;
  };
  return svg`<g transform="translate(160 150)">
    <path d="M-19 4L19 -3L20 1L-18 8ZM-19 -3L19 4L18 8L-20 1Z" fill="#2a170d" />
    <path d=${tongue(12, 38, 8.3, 0)} fill="#e8591c" /><path d=${tongue(8.5, 28, 10.1, 1)} fill="#ff9a34" />
    <path d=${tongue(5, 17, 12.7, 2)} fill="#ffe08a" />
  </g>`;
}
