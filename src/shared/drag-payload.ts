import * as v from "valibot";
import { endingOf } from "./importable.ts";

/** The plugin's id, as its manifest has it. */
export const PLUGIN_ID = "org.needledrop.premiere";

/**
 * What Premiere reads from `text/plain` when something is dropped on a timeline or a bin
 * (Adobe, "Drag and drop", Premiere UXP tutorials; items of unlisted types are skipped silently).
 */
const DragPayloadSchema = v.object({
  version: v.literal("1.0.0"),
  /** Id of the plugin. Adobe's sample sends it, the tutorial leaves it out. */
  source: v.optional(v.string()),
  items: v.pipe(
    v.array(v.object({ name: v.string(), content_type: v.string(), uri: v.string() })),
    v.minLength(1),
    v.maxLength(100),
  ),
});
/** See `DragPayloadSchema`. */
export type DragPayload = v.InferOutput<typeof DragPayloadSchema>;

/** The type under which a drag also carries the whole cue as JSON, for whoever knows of cues. */
export const CUE_TYPE = "application/x-needledrop-cue";

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  wav: "audio/wav",
  mp3: "audio/mpeg",
  aac: "audio/aac",
  m4a: "audio/m4a",
  aif: "audio/aif",
  aiff: "audio/aif",
};

/** The payload for one audio file, or null where Premiere would ignore its type. */
export function dragPayload(name: string, uri: string): DragPayload | null {
  const type = CONTENT_TYPES[endingOf(uri)];
  return type === undefined
    ? null
    : { version: "1.0.0", source: PLUGIN_ID, items: [{ name, content_type: type, uri }] };
}

/**
 * A native path as a file URI: `C:\a b.wav` becomes `file:///C:/a%20b.wav`, and
 * `\\nas\a b.wav` becomes `file://nas/a%20b.wav`.
 */
export function pathToFileUri(path: string): string {
  // Windows marks paths that may be long: `\\?\C:\…` and `\\?\UNC\server\…`.
  const plain = path.replace(/^\\\\\?\\UNC\\/i, "\\\\").replace(/^\\\\\?\\/, "");
  if (plain.startsWith("\\\\")) return `file:${escaped(plain.replaceAll("\\", "/"))}`;
  if (/^[A-Z]:[\\/]/i.test(plain)) return `file:///${escaped(plain.replaceAll("\\", "/"))}`;
  return `file://${escaped(plain)}`;
}

/** The path with everything escaped that is no part of a URI's path. */
function escaped(path: string): string {
  // Windows allows halves of characters in names, at which encodeURI throws.
  const whole = path.replace(/\p{Surrogate}/gu, "\uFFFD");
  // encodeURI leaves these two alone, and either would end the path early.
  return encodeURI(whole).replaceAll("#", "%23").replaceAll("?", "%3F");
}

/** Reads a dropped text; anything that is not our payload is null. */
export function parseDragPayload(dropped: string): DragPayload | null {
  let value: unknown;
  try {
    value = JSON.parse(dropped);
  } catch {
    return null;
  }
  const parsed = v.safeParse(DragPayloadSchema, value);
  return parsed.success ? parsed.output : null;
}
