import { svg, type SVGTemplateResult } from "lit";
import { fill, firs, glow, n, scatter, strip, upright, WIDTH, type Scene } from "./shapes.ts";

/** How far the camera follows the fox to either side. */
const PAN = 74;
const across = (random: () => number): number => (WIDTH + 2 * PAN) * random() - PAN;

const WOOD = firs(66, 50, 34, 61);
const GRASS = scatter(140, 62, (random, i) => ({
  place: `translate(${n(across(random))} ${n(80 + 14 * random())})`,
  tall: n(6 + 9 * random()),
  paint: ["#5f9e4f", "#83bb5a", "#4a8446"][i % 3] ?? "#5f9e4f",
}));
const GLINTS = scatter(80, 63, (random) => ({
  x: (WIDTH + 2 * PAN) * random(),
  y: n(108 + 66 * random()),
  long: 8 + 22 * random(),
  speed: 26 + 26 * random(),
}));
const STONES = scatter(16, 64, (random, i) => {
  const [x, y] = [-PAN + i * 30 + 12 * random(), 103 + 7 * random() + (i % 3) * 24];
  return `translate(${n(x)} ${n(y)}) scale(${n(8 + 9 * random())})`;
});
const REEDS = scatter(40, 65, (random) => ({
  x: across(random) * (random() < 0.7 ? 1 : 0.2),
  tall: 22 + 34 * random(),
  turn: 6.28 * random(),
}));

/** A young fox plays along a stream in bright daylight; the camera goes with it. */
export const fox: Scene = (id, at) => {
  const pan = n(-PAN * Math.sin(at * 0.8));
  return svg`
    <defs>
      ${upright(`${id}-sky`, [
        [0, "#7fc1e6"],
        [1, "#dcf0e8"],
      ])}
      ${upright(`${id}-bank`, [
        [0, "#a5d06a"],
        [1, "#5f9a45"],
      ])}
      ${upright(`${id}-water`, [
        [0, "#9ed6d2"],
        [0.4, "#58a8ae"],
        [1, "#337c86"],
      ])}
      ${glow(`${id}-sun`, [
        [0, "#fffbe0/0.9"],
        [1, "#fffbe0/0"],
      ])}
    </defs>
    ${fill(`url(#${id}-sky)`)}
    <ellipse cx="70" cy="20" rx="120" ry="66" fill="url(#${id}-sun)" />
    ${strip(svg`<path d=${WOOD} fill="#7bb07a" />`, 30 - Number(pan) * 0.5)}
    <g transform="translate(${pan} 0)">
      <path d="M-80 78Q40 68 160 77T400 72V120H-80Z" fill="url(#${id}-bank)" />
      ${GRASS.map(({ place, tall, paint }) => svg`<path transform=${place} d="M0 0l1.6 -${tall}l1.6 ${tall}Z" fill=${paint} />`)}
      <path d="M-80 100Q70 94 150 101T400 96V184H-80Z" fill="url(#${id}-water)" />
      ${GLINTS.map((glint) => ripple(glint, at))} ${STONES.map(stone)} ${REEDS.map((reed) => blade(reed, at))}
    </g>
    ${animal(at)}`;
};

function ripple({ x, y, long, speed }: (typeof GLINTS)[number], at: number): SVGTemplateResult {
  const left = ((x + at * speed) % (WIDTH + 2 * PAN)) - PAN;
  return svg`<path d="M${n(left)} ${y}q${n(long / 2)} -1.8 ${n(long)} 0" fill="none"
    stroke="#f2fdff" stroke-width="1.5" opacity="0.7" stroke-linecap="round" />`;
}

/** Drawn one unit wide to either side. */
function stone(place: string): SVGTemplateResult {
  return svg`<g transform=${place}>
    <ellipse cx="0" cy="0.15" rx="1.3" ry="0.42" fill="#e4f7f5" opacity="0.45" />
    <path d="M-1 0Q-0.7 -0.8 0 -0.75T1 0Q0 0.4 -1 0Z" fill="#959c94" />
    <path d="M-0.7 -0.35Q-0.4 -0.72 0.1 -0.68T0.6 -0.5Q0 -0.5 -0.7 -0.35Z" fill="#dfe3d6" />
  </g>`;
}

function blade({ x, tall, turn }: (typeof REEDS)[number], at: number): SVGTemplateResult {
  const tip = n(5 + 2 * Math.sin(at * 1.6 + turn));
  return svg`<path transform="translate(${n(x)} 184)" d="M0 0Q2 ${n(-tall / 2)} ${tip} ${n(-tall)}"
    fill="none" stroke="#417d3b" stroke-width="2.2" stroke-linecap="round" />`;
}

/** It trots to and fro on the bank and leaps now and then, never far from the picture's middle. */
function animal(at: number): SVGTemplateResult {
  const way = Math.sin(at * 0.8);
  const facing = Math.cos(at * 0.8) < 0 ? -1 : 1;
  const leap = Math.max(0, Math.sin(at * 2.1)) * 15;
  const step = Math.sin(at * 9) * (leap > 1 ? 0.4 : 1);
  const tail = 5 * Math.sin(at * 2.7);
  return svg`<g transform="translate(${n(160 + 30 * way)} ${n(97 - leap)}) scale(${n(1.5 * facing)} 1.5)">
    <ellipse cx="0" cy=${n(1 + leap / 1.5)} rx="19" ry="2.6" fill="#2d5a33" opacity="0.32" />
    <path d="M-15 -15Q-28 ${n(-17 + tail)} -37 ${n(-12 + tail)}Q-30 ${n(-6 + tail)} -15 -9Z" fill="#d9692b" />
    <path d="M-37 ${n(-12 + tail)}Q-31 ${n(-14 + tail)} -29 ${n(-10 + tail)}Q-32 ${n(-8 + tail)} -37 ${n(-12 + tail)}Z" fill="#fff6e8" />
    <path d="M-15 -9L${n(-17 + 4 * step)} 0H${n(-14 + 4 * step)}L-11 -8ZM-11 -8L${n(-11 - 4 * step)} 0H${n(-8 - 4 * step)}L-7 -8ZM8 -8L${n(8 + 5 * step)} 0H${n(11 + 5 * step)}L12 -9ZM12 -9L${n(14 - 5 * step)} 0H${n(17 - 5 * step)}L15 -10Z" fill="#5a2c18" />
    <path d="M-17 -14Q-12 -20 2 -18Q12 -19 17 -16L16 -8Q4 -5 -13 -7Q-17 -9 -17 -14Z" fill="#e0742f" />
    <path d="M8 -8Q14 -6 16 -10L14 -13Q11 -8 8 -8Z" fill="#fff3e2" />
    <path d="M12 -17L13 -28L18 -23L23 -28L25 -19L33 -13Q26 -9 18 -10Q12 -11 12 -17Z" fill="#e67d36" />
    <path d="M17 -11Q26 -9 33 -13Q26 -15 22 -14Z" fill="#fff6e8" />
    <circle cx="32.4" cy="-13.4" r="1.2" fill="#2c1a14" /><circle cx="22.6" cy="-18" r="1.2" fill="#2c1a14" />
  </g>`;
}
