import { svg } from "lit";
import {
  fill,
  firs,
  glow,
  HEIGHT,
  hills,
  n,
  puffs,
  scatter,
  strip,
  upright,
  WIDTH,
  type Scene,
} from "./shapes.ts";

const RIDGE = hills(118, 34, 71);
const WOOD = firs(150, 40, 26, 72);
const CLOUDS = [
  { puffs: puffs(13, 73, { y: 18, spread: 38, size: 62 }), speed: 16 },
  { puffs: puffs(11, 74, { y: 58, spread: 30, size: 50 }), speed: 26 },
];
const RAIN = scatter(170, 75, (random) => ({
  x: (WIDTH + 80) * random() - 40,
  y: (HEIGHT + 40) * random(),
  long: 9 + 10 * random(),
  speed: 240 + 120 * random(),
}));
/** Bolts, each with where it strikes. */
const BOLTS = [84, 206, 262].map((x, i) => bolt(x, 80 + i));

/** Clouds race over a ridge, rain, and lightning behind it all. */
export const storm: Scene = (id, at) => {
  const light = lightning(at);
  return svg`
    <defs>
      ${upright(`${id}-sky`, [
        [0, "#1c232c"],
        [0.5, "#39444f"],
        [0.72, "#5d6a73"],
        [1, "#2a333a"],
      ])}
      ${glow(`${id}-cloud`, [
        [0, "#171c24/0.92"],
        [0.55, "#1e252e/0.55"],
        [1, "#252d37/0"],
      ])}
      ${glow(`${id}-flash`, [
        [0, "#f2f5ff/0.95"],
        [0.3, "#bcc9ee/0.5"],
        [1, "#8ea3d8/0"],
      ])}
    </defs>
    ${fill(`url(#${id}-sky)`)}
    <ellipse cx=${light.x} cy="48" rx="260" ry="130" fill="url(#${id}-flash)" opacity=${light.glow.toFixed(3)} />
    ${light.bolt === null ? svg`` : svg`<path d=${light.bolt} fill="none" stroke="#f6f8ff" stroke-width="1.8" stroke-linejoin="round" />`}
    ${CLOUDS.map(({ puffs: bank, speed }) =>
      strip(
        bank.map(
          ({ cx, cy, rx, ry }) =>
            svg`<ellipse cx=${cx} cy=${cy} rx=${rx} ry=${ry} fill="url(#${id}-cloud)" />`,
        ),
        -at * speed,
      ),
    )}
    ${strip(svg`<path d=${RIDGE} fill="#1d262b" />`, 90)}
    <g transform="translate(0 150) skewX(${n(3 + 4 * Math.sin(at * 2.3))}) translate(0 -150)">
      ${strip(svg`<path d=${WOOD} fill="#0f1619" />`, 20)}
    </g>
    <path d="M0 158Q120 146 200 156T320 152V180H0Z" fill="#0b1012" />
    ${RAIN.map(({ x, y, long, speed }) => {
      const top = ((y + at * speed) % (HEIGHT + 40)) - 20;
      const left = x - top * 0.22;
      return svg`<path d="M${n(left)} ${n(top)}l${n(-long * 0.22)} ${n(long)}" stroke="#b9c6d2" stroke-width="1.3" opacity="0.5" />`;
    })}`;
};

/** The sky is never quiet: it glimmers all the time, and every few seconds a bolt strikes. */
function lightning(at: number): { x: number; glow: number; bolt: string | null } {
  const turn = Math.floor(at / 2.4);
  const since = at - turn * 2.4;
  const strike = BOLTS[turn % BOLTS.length];
  const isStriking = since < 0.16 || (since > 0.26 && since < 0.36);
  const glimmer = Math.max(0, Math.sin(at * 11.7) * Math.sin(at * 7.1 + 1));
  return {
    x: strike?.x ?? 160,
    glow: isStriking ? 1 : 0.1 + 0.75 * glimmer,
    bolt: isStriking ? (strike?.path ?? null) : null,
  };
}

function bolt(x: number, seed: number): { x: number; path: string } {
  let across = x;
  const points = scatter(9, seed, (random, i) => {
    across += (random() - 0.5) * 20;
    return `${n(across)} ${n(14 + i * 13)}`;
  });
  return { x, path: `M${points.join("L")}M${points[3] ?? ""}l14 16l-3 12l12 14` };
}
