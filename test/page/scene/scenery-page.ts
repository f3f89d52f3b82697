import type { Frame } from "../../../src/contract/frames.ts";
import type { SeenWord } from "../../../src/contract/sight.ts";
import { drawScenery } from "../../../src/demo/host/draw-scenery.ts";
import { lightWords } from "../../../src/engine/see/light-words.ts";
import { picturesOf } from "../../../src/panel/scene/pictures.ts";

/** What is seen in a clip's frames, drawn in pairs at these times of its file. */
async function seen(clip: string, times: number[]): Promise<SeenWord[]> {
  const frames: Frame[] = [];
  for (const at of times.flatMap((time) => [time, time + 0.2]))
    frames.push({ at, clip, type: "image/jpeg", data: await drawScenery(clip, at, 256, 144) });
  return lightWords((await picturesOf({ frames })).pictures);
}

Object.assign(globalThis, { seen });
