import type { Frames } from "../../contract/frames.ts";
import type { EditorHost } from "../../contract/editor-host.ts";
import type { Sight, SightEngine } from "../../contract/sight.ts";
import { within } from "../../shared/patience.ts";
import { SCENE } from "../words/scene.ts";
import type { DecodedPictures } from "./pictures.ts";

/** How many moments of the selection are looked at, and how large: what the net takes. */
const MOMENTS = { count: 6, size: 256, pairs: true } as const;
/** Milliseconds for the host's frames: a heavy sequence takes a second for each. */
const PATIENCE = 45_000;

/** What looks at pictures. */
export interface Eyes {
  readonly decode: (frames: Frames) => Promise<DecodedPictures>;
  readonly engine: () => Promise<Pick<SightEngine, "see">>;
}

/**
 * Looks at pictures of the selected clips.
 * @param onSeen called with what was seen, before captioners are asked
 * @throws what the host and the engine throw; Error the host is silent, or sent no picture
 */
export async function lookAt(
  host: Pick<EditorHost, "framesOf">,
  eyes: Eyes,
  signal: AbortSignal,
  onSeen: (sight: Sight) => void,
): Promise<Sight> {
  const frames = await within(PATIENCE, SCENE.slow, host.framesOf(MOMENTS));
  signal.throwIfAborted();
  const { pictures, notes } = await eyes.decode(frames);
  if (pictures.length === 0) throw new Error(notes[0] ?? frames.notes[0] ?? SCENE.noPictures);
  const engine = await eyes.engine();
  signal.throwIfAborted();
  return engine.see(pictures, onSeen);
}
