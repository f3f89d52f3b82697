import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";

interface Mood {
  readonly sky: readonly [string, string];
  readonly hills: readonly [string, string, string];
  readonly light: {
    readonly x: number;
    readonly y: number;
    readonly r: number;
    readonly fill: string;
  };
}

const MOODS: Readonly<Record<string, Mood>> = {
  canopy: {
    sky: ["#f2c9a1", "#7f9bb3"],
    hills: ["#7f9a94", "#4f7168", "#23403a"],
    light: { x: 230, y: 92, r: 17, fill: "#ffe9c4" },
  },
  walk: {
    sky: ["#dfe8c9", "#8fb3a4"],
    hills: ["#8fae76", "#5d8351", "#2f5232"],
    light: { x: 84, y: 54, r: 13, fill: "#fffbe0" },
  },
  interview: {
    sky: ["#d8c2a0", "#8d7a67"],
    hills: ["#9c8265", "#6e5843", "#3b2e25"],
    light: { x: 250, y: 60, r: 22, fill: "#fff1cf" },
  },
  fox: {
    sky: ["#cfe6ea", "#74a7b4"],
    hills: ["#86b09a", "#c0743a", "#2f5a53"],
    light: { x: 120, y: 48, r: 12, fill: "#ffffff" },
  },
  storm: {
    sky: ["#6d7683", "#22262e"],
    hills: ["#3d4a4c", "#28343a", "#12191d"],
    light: { x: 200, y: 44, r: 9, fill: "#cfd8e6" },
  },
  camp: {
    sky: ["#26304f", "#0c1020"],
    hills: ["#1b2440", "#131a2e", "#080b14"],
    light: { x: 160, y: 150, r: 7, fill: "#ffb45c" },
  },
};

/** A drawn still for a clip of the documentary: hills, sky and one light. Null: a black frame. */
export function scenery(name: string | null, at = 0): TemplateResult {
  const mood = name === null ? undefined : MOODS[name];
  if (mood === undefined) return frame(svg`<rect width="320" height="180" fill="#000" />`);
  const { sky, hills, light: still } = mood;
  const light = { ...still, x: still.x + at * 0.2 };
  return frame(svg`
    <defs>
      <linearGradient id="sky-${name}" x1="0" y1="1" x2="0" y2="0">
        <stop offset="0" stop-color=${sky[0]} /><stop offset="1" stop-color=${sky[1]} />
      </linearGradient>
    </defs>
    <rect width="320" height="180" fill="url(#sky-${name})" />
    <circle cx=${light.x} cy=${light.y} r=${light.r * 2.2} fill=${light.fill} opacity="0.18" />
    <path d="M0 110 Q55 76 110 100 T220 96 T330 100 V180 H0Z" fill=${hills[0]} />
    <path d="M0 136 Q64 104 128 126 T256 122 T384 126 V180 H0Z" fill=${hills[1]} />
    <path d="M0 152 Q90 136 180 154 T360 150 V180 H0Z" fill=${hills[2]} />
    <circle cx=${light.x} cy=${light.y} r=${light.r} fill=${light.fill} />`);
}

function frame(content: SVGTemplateResult): TemplateResult {
  return html`<svg viewBox="0 0 320 180" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
    ${content}
  </svg>`;
}
