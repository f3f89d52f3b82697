import type { SceneClip } from "../src/contract/selection.ts";

/** A clip that nobody has written anything about, but for `texts`. */
export function sceneClip(texts: Partial<SceneClip> = {}): SceneClip {
  return {
    name: "",
    description: "",
    logNote: "",
    comment: "",
    keywords: [],
    location: "",
    columns: [],
    bins: [],
    markers: [],
    transcript: "",
    transcriptCut: false,
    ...texts,
  };
}
