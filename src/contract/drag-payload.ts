import * as v from "valibot";

/**
 * What Premiere reads from `text/plain` when something is dropped on a timeline or a bin
 * (Adobe, "Drag and drop", Premiere UXP tutorials; items of unlisted types are skipped silently).
 */
const DragPayloadSchema = v.object({
  version: v.literal("1.0.0"),
  items: v.pipe(
    v.array(v.object({ name: v.string(), content_type: v.string(), uri: v.string() })),
    v.minLength(1),
    v.maxLength(100),
  ),
});
export type DragPayload = v.InferOutput<typeof DragPayloadSchema>;

/** The type under which a drag also carries the whole cue as JSON, for whoever knows of cues. */
export const CUE_TYPE = "application/x-needledrop-cue";

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  wav: "audio/wav",
  mp3: "audio/mpeg",
  aac: "audio/aac",
  m4a: "audio/m4a",
  aif: "audio/aif",
};

/** The payload for one audio file, or null where Premiere would ignore its type. */
export function dragPayload(name: string, uri: string): DragPayload | null {
  const type = CONTENT_TYPES[uri.slice(uri.lastIndexOf(".") + 1).toLowerCase()];
  return type === undefined
    ? null
    : { version: "1.0.0", items: [{ name, content_type: type, uri }] };
}

/** A native path as a file URI: `C:\a b.wav` becomes `file:///C:/a%20b.wav`. */
export function pathToFileUri(path: string): string {
  const absolute = /^[A-Za-z]:\\/.test(path) ? `/${path.replaceAll("\\", "/")}` : path;
  // encodeURI leaves these two alone, and either would end the path early.
  return `file://${encodeURI(absolute).replaceAll("#", "%23").replaceAll("?", "%3F")}`;
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
