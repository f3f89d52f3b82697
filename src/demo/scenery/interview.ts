import { svg, type SVGTemplateResult } from "lit";
import { fill, glow, n, scatter, upright, type Scene } from "./shapes.ts";

const LEAVES = scatter(44, 51, (random, i) => ({
  x: 20 + 96 * random(),
  y: 20 + 104 * random(),
  r: n(7 + 9 * random()),
  paint: ["#b9cf9b", "#9dbd86", "#d3dfba", "#86a876"][i % 4] ?? "#b9cf9b",
  turn: 6.28 * random(),
}));
const BOOKS = scatter(17, 52, (random, i) => ({
  x: n(236 + i * 5 + random()),
  y: n(54 + 4 * random()),
  wide: n(3.4 + random()),
  paint: ["#8a4b34", "#6f5a3a", "#a3713f", "#57483b", "#7d6a4c"][i % 5] ?? "#8a4b34",
}));

/** Mira by the window of the ranger station: a warm room, soft light from the left, a quiet camera. */
export const interview: Scene = (id, at) => svg`
  <defs>
    ${upright(`${id}-wall`, [
      [0, "#8c6a4a"],
      [0.6, "#7a593d"],
      [1, "#5c412d"],
    ])}
    ${upright(`${id}-out`, [
      [0, "#f4f6e6"],
      [0.6, "#dfe9cd"],
      [1, "#c3d5ab"],
    ])}
    ${glow(`${id}-light`, [
      [0, "#ffe9c0/0.62"],
      [0.5, "#ffdca8/0.22"],
      [1, "#ffdca8/0"],
    ])}
    ${glow(`${id}-lamp`, [
      [0, "#ffd88a/0.9"],
      [0.25, "#ffc46a/0.4"],
      [1, "#ffb45c/0"],
    ])}
    <clipPath id="${id}-pane"><rect x="22" y="16" width="92" height="112" /></clipPath>
  </defs>
  ${fill(`url(#${id}-wall)`)} ${shelf(id, at)}
  <rect x="22" y="16" width="92" height="112" fill="url(#${id}-out)" />
  <g clip-path="url(#${id}-pane)">
    ${LEAVES.map(({ x, y, r, paint, turn }) => svg`<circle cx=${n(x + 1.3 * Math.sin(at * 0.9 + turn))} cy=${n(y + 0.7 * Math.sin(at * 1.1 + turn))} r=${r} fill=${paint} opacity="0.72" />`)}
  </g>
  <path d="M17 11H119V133H17ZM22 16V128H66V16ZM70 16V128H114V16Z" fill="#4a3323" fill-rule="evenodd" />
  <path d="M12 131H124V138H12Z" fill="#6d4c33" />
  ${plant(at)}
  <ellipse cx="96" cy="84" rx="190" ry="130" fill="url(#${id}-light)" />
  ${mira(at)}`;

function shelf(id: string, at: number): SVGTemplateResult {
  const flicker = 0.9 + 0.03 * Math.sin(at * 0.7);
  return svg`<path d="M232 82H320V86H232Z" fill="#4b3424" />
    ${BOOKS.map(({ x, y, wide, paint }) => svg`<path d="M${x} ${y}h${wide}V82h-${wide}Z" fill=${paint} />`)}
    <ellipse cx="286" cy="112" rx="74" ry="62" fill="url(#${id}-lamp)" opacity=${flicker.toFixed(2)} />
    <path d="M276 106H298L303 126H271Z" fill="#ffdf9e" /><path d="M285 126H289V152H285Z" fill="#3a281c" />
    <path d="M228 152H320V180H228Z" fill="#513725" />`;
}

function plant(at: number): SVGTemplateResult {
  const lean = 0.8 * Math.sin(at * 0.6);
  return svg`<path d="M32 131L35 118H49L52 131Z" fill="#a4572f" />
    <path d="M42 118Q${n(30 + lean)} 108 ${n(27 + lean)} 92Q40 100 42 118Q44 98 ${n(58 + lean)} 90Q57 106 42 118Q41 96 ${n(43 + lean)} 84Q48 98 42 118Z" fill="#55713c" />`;
}

/** She nods and breathes a little as she speaks. */
function mira(at: number): SVGTemplateResult {
  const [nod, breath] = [
    0.9 * Math.sin(at * 1.3) + 0.5 * Math.sin(at * 3.1),
    0.6 * Math.sin(at * 1.05),
  ];
  const mouth = 0.8 + 0.7 * Math.abs(Math.sin(at * 5.3));
  return svg`<g transform="translate(190 0)">
    <path d="M-64 180Q-58 ${n(134 - breath)} -20 ${n(126 - breath)}H22Q58 ${n(133 - breath)} 66 180Z" fill="#4f5d3e" />
    <path d="M-64 180Q-58 ${n(134 - breath)} -20 ${n(126 - breath)}L-8 180Z" fill="#76875a" />
    <path d="M-14 104H16V128Q2 140 -16 127Z" fill="#b77f5c" />
    <g transform="translate(0 ${n(nod)}) rotate(${n(nod * 0.8)} 0 110)">
      <path d="M-27 84Q-33 42 2 40Q36 41 33 84Q33 112 24 124Q26 96 22 78Q-2 78 -14 62Q-22 72 -24 92Q-22 112 -20 122Q-27 106 -27 84Z" fill="#4a2c1b" />
      <path d="M-23 78Q-22 58 -12 58Q0 76 24 76Q27 100 14 114Q4 121 -6 116Q-21 104 -23 78Z" fill="#d6a07a" />
      <path d="M-23 78Q-22 58 -12 58Q-9 64 -6 67Q-12 90 -8 115Q-21 104 -23 78Z" fill="#f0c8a0" />
      <path d="M-16 83Q-12 81 -8 83M5 83Q10 81 15 83" fill="none" stroke="#3a2417" stroke-width="1.6" stroke-linecap="round" />
      <ellipse cx="-11.5" cy="87.5" rx="1.7" ry="1.5" fill="#33231a" /><ellipse cx="10" cy="87.5" rx="1.8" ry="1.5" fill="#33231a" />
      <path d="M-2 88Q-5 96 -3 98Q0 99.5 2 98" fill="none" stroke="#a06c4c" stroke-width="1.2" />
      <ellipse cx="0" cy="106" rx="6" ry=${n(mouth)} fill="#9c4f41" />
    </g>
  </g>`;
}
