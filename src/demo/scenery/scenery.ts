import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { camp } from "./camp.ts";
import { canopy } from "./canopy.ts";
import { fox } from "./fox.ts";
import { interview } from "./interview.ts";
import { HEIGHT, WIDTH, type Scene } from "./shapes.ts";
import { storm } from "./storm.ts";
import { walk } from "./walk.ts";

const SCENES: Readonly<Record<string, Scene>> = { canopy, walk, interview, fox, storm, camp };

/** The picture of a clip of the documentary at `at` seconds of its file. Null: a black frame. */
export function scenery(name: string | null, at = 0): TemplateResult {
  const scene = name === null ? undefined : SCENES[name];
  if (name === null || scene === undefined)
    return frame(svg`<rect width=${WIDTH} height=${HEIGHT} fill="#000" />`);
  return frame(scene(name, at));
}

function frame(content: SVGTemplateResult): TemplateResult {
  return html`<svg
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    preserveAspectRatio="xMidYMid slice"
    aria-hidden="true"
  >
    ${content}
  </svg>`;
}
