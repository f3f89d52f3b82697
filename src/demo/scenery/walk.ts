import { svg, type SVGTemplateResult } from "lit";
import { fill, firs, glow, n, scatter, strip, upright, WIDTH, type Scene } from "./shapes.ts";

const BACK = firs(92, 46, 40, 31);
const NEAREST = 0.32;
const FARTHEST = 3;
/** Trunks and tufts beside the path, at a depth that shrinks as the camera walks. */
const TRUNKS = scatter(16, 33, (random, i) => ({
  side: (i % 2 === 0 ? -1 : 1) * (70 + 110 * random()),
  depth: NEAREST + ((i + random()) * (FARTHEST - NEAREST)) / 16,
  wide: 9 + 8 * random(),
  paint: ["#6a5136", "#5a452f", "#7a6141"][i % 3] ?? "#6a5136",
}));
const TUFTS = scatter(34, 34, (random, i) => ({
  side: (i % 2 === 0 ? -1 : 1) * (30 + 170 * random()),
  depth: NEAREST + ((i + random()) * (FARTHEST - NEAREST)) / 34,
  paint: ["#5f9a3d", "#7cb64a", "#4d8636"][i % 3] ?? "#5f9a3d",
}));
const SPOTS = scatter(26, 35, (random) => ({
  cx: n(90 + 140 * random()),
  cy: n(116 + 60 * random()),
  rx: n(4 + 9 * random()),
}));
const LEAVES = scatter(46, 36, (random, i) => ({
  cx: n(WIDTH * random()),
  cy: n(34 * random() * random()),
  r: n(8 + 12 * random()),
  paint: ["#8cc152", "#6ea843", "#a9d468", "#57923a"][i % 4] ?? "#8cc152",
}));

/** A ranger and her dog on a narrow path, seen from behind by a camera that walks along. */
export const walk: Scene = (id, at) => {
  const step = at * 5.6;
  const [swayX, swayY] = [5 * Math.sin(step / 2), 2 * Math.abs(Math.sin(step / 2))];
  const things = [
    ...TRUNKS.map((one) => ({ ...placed(one, at), draw: trunk(one) })),
    ...TUFTS.map((one) => ({ ...placed(one, at), draw: tuft(one) })),
  ].sort((a, b) => b.depth - a.depth);
  return svg`
    <defs>
      ${upright(`${id}-sky`, [
        [0, "#eef6d2"],
        [0.5, "#d4e6ad"],
        [1, "#bcd98c"],
      ])}
      ${upright(`${id}-ground`, [
        [0, "#a8cd72"],
        [0.5, "#7fb050"],
        [1, "#5d8f3c"],
      ])}
      ${upright(`${id}-path`, [
        [0, "#e6d5a8"],
        [1, "#b4925f"],
      ])}
      ${glow(`${id}-sun`, [
        [0, "#ffffee/0.95"],
        [0.4, "#fdfbd0/0.5"],
        [1, "#fdfbd0/0"],
      ])}
    </defs>
    ${fill(`url(#${id}-sky)`)}
    <g transform="translate(${n(swayX - 8)} ${n(swayY - 5)}) scale(1.05)">
      ${strip(svg`<path d=${BACK} fill="#9cc27a" opacity="0.75" />`, 40)}
      <ellipse cx="188" cy="52" rx="120" ry="76" fill="url(#${id}-sun)" />
      <rect x="-10" y="92" width="340" height="100" fill="url(#${id}-ground)" />
      <path d="M157 92Q150 116 116 142T40 190H262Q218 160 196 138T165 92Z" fill="url(#${id}-path)" />
      ${SPOTS.map(({ cx, cy, rx }) => svg`<ellipse cx=${cx} cy=${cy} rx=${rx} ry="2.4" fill="#fff7c4" opacity="0.35" />`)}
      ${things.filter(({ depth }) => depth >= 1).map(({ transform, draw }) => svg`<g transform=${transform}>${draw}</g>`)}
      ${dog(step)} ${ranger(step)}
      ${things.filter(({ depth }) => depth < 1).map(({ transform, draw }) => svg`<g transform=${transform}>${draw}</g>`)}
      ${LEAVES.map(({ cx, cy, r, paint }) => svg`<circle cx=${cx} cy=${cy} r=${r} fill=${paint} opacity="0.8" />`)}
    </g>`;
};

/** Where something beside the path is by now: nearer things are larger and further aside. */
function placed(
  { side, depth }: { readonly side: number; readonly depth: number },
  at: number,
): { readonly depth: number; readonly transform: string } {
  const span = FARTHEST - NEAREST;
  const now = NEAREST + ((((depth - NEAREST - at * 0.3) % span) + span) % span);
  const scale = 1 / now;
  return {
    depth: now,
    transform: `translate(${n(161 + side * scale)} ${n(92 + 34 * scale)}) scale(${scale.toFixed(3)})`,
  };
}

function trunk({ wide, paint }: { wide: number; paint: string }): SVGTemplateResult {
  const half = wide / 2;
  return svg`<path d="M${n(-half)} -160L${n(-half - 1)} 0Q0 5 ${n(half + 2)} 1L${n(half)} -160Z" fill=${paint} />
    <path d="M${n(half * 0.2)} -160L${n(half * 0.3)} 2L${n(half + 2)} 1L${n(half)} -160Z" fill="#ffe9a8" opacity="0.28" />`;
}

function tuft({ paint }: { paint: string }): SVGTemplateResult {
  return svg`<path d="M-11 1Q-8 -9 -7 -13Q-4 -6 -3 -2Q-1 -12 1 -17Q3 -8 4 -3Q7 -10 9 -11Q9 -4 11 1Z" fill=${paint} />`;
}

function ranger(step: number): SVGTemplateResult {
  const swing = 3 * Math.sin(step);
  return svg`<g transform="translate(166 ${n(128 + Math.abs(Math.cos(step)))})">
    <ellipse cx="0" cy="1" rx="11" ry="2.4" fill="#3c4a22" opacity="0.5" />
    <path d="M-4 -16L${n(-5 + swing)} 0H${n(-1 + swing)}L0 -14L${n(1 - swing)} 0H${n(5 - swing)}L4 -16Z" fill="#3d4a35" />
    <path d="M-7 -33Q0 -38 7 -33L6 -14Q0 -12 -6 -14Z" fill="#b5653a" />
    <path d="M-5 -33H5V-19Q0 -16 -5 -19Z" fill="#46563b" />
    <path d="M-7 -32L${n(-9 - swing)} -17L${n(-6 - swing)} -16L-4 -29ZM7 -32L${n(9 - swing)} -17L${n(6 - swing)} -16L4 -29Z" fill="#a25831" />
    <circle cx="0" cy="-40" r="4.6" fill="#7b4a2c" /><path d="M-7 -41Q0 -39.5 7 -41Q5 -47 0 -47T-7 -41Z" fill="#5e6b3e" />
  </g>`;
}

function dog(step: number): SVGTemplateResult {
  const trot = 2.4 * Math.sin(step * 1.7);
  const wag = 3 * Math.sin(step * 2.3);
  return svg`<g transform="translate(${n(141 + 3 * Math.sin(step / 6))} ${n(119 + 0.6 * Math.cos(step * 1.7))})">
    <path d="M-5 -9Q0 -12 6 -9L7 -4L5 0H3.4L${n(3 + trot * 0.3)} -4L-2 -4L${n(-3 - trot * 0.3)} 0H-4.6L-5.5 -5Z" fill="#d9b27c" />
    <path d="M-5 -9Q-8 -13 ${n(-7 + wag)} -15" fill="none" stroke="#d9b27c" stroke-width="1.7" stroke-linecap="round" />
    <path d="M5 -9Q6 -13 9 -12L11 -9Q9 -7 6 -7Z" fill="#c99e66" />
  </g>`;
}
