import type { ClipProjectItem } from "@adobe/premierepro";
import type { SceneClip } from "../../src/contract/selection.ts";
import { orElse, type Premiere } from "../premiere.ts";
import { binsOf } from "./bins.ts";
import { readColumns, type TextColumn } from "./columns.ts";
import { clipMarkers, fitMarkers } from "./markers.ts";
import type { SelectedItem } from "./selected-items.ts";
import type { TextAllowance } from "./text-allowance.ts";
import { readTranscript } from "./transcript.ts";
import { readXmp } from "./xmp.ts";

// A search reads far less.
const NAME_LIMIT = 1000;
const TEXT_LIMIT = 2000;
const KEYWORD_LIMIT = 200;
const KEYWORDS = 100;
const KEYWORD_SIGNS = 3; // `"",`
const LOCATION_LIMIT = 1000;
const COLUMN_NAME_LIMIT = 100;
const COLUMN_SIGNS = 24; // `{"name":"","text":""},`
const BIN_LIMIT = 200;
const TRANSCRIPT_LIMIT = 10_000;

/**
 * Everything that may be written about a clip, as far as there is room; what is most likely to be
 * the editor's own words comes first. Offline media, graphics and nested sequences lack some of
 * it, and then the host throws: what cannot be read is empty.
 * @param root what the project's top is called
 * @throws Error nothing can be read
 */
export async function readClip(
  premiere: Premiere,
  { item, parts }: SelectedItem,
  clip: ClipProjectItem,
  { room, root }: { readonly room: TextAllowance; readonly root: string },
): Promise<SceneClip> {
  const name = room.take(item.name, NAME_LIMIT);
  const [columns, xmp, markers, transcript, bins] = await Promise.all([
    orElse(null, () => readColumns(premiere, item)),
    orElse(null, async () => readXmp(await premiere.Metadata.getXMPMetadata(item))),
    orElse(null, () => clipMarkers(premiere, clip)),
    orElse(null, () => readTranscript(premiere, clip, parts)),
    binsOf(premiere, item, root),
  ]);
  if (columns === null && xmp === null && markers === null && transcript === null)
    throw new Error("None of the clip's texts can be read.");

  const column = (field: TextColumn): string => columns?.read(field) ?? "";
  const texts = {
    name,
    description: room.take(column("Description") || (xmp?.description ?? ""), TEXT_LIMIT),
    logNote: room.take(column("LogNote"), TEXT_LIMIT),
    comment: room.take(column("Comment"), TEXT_LIMIT),
    keywords: (xmp?.keywords ?? []).slice(0, KEYWORDS).flatMap((keyword) => {
      room.spend(KEYWORD_SIGNS);
      return room.take(keyword, KEYWORD_LIMIT) || [];
    }),
    location: room.take(xmp?.location ?? "", LOCATION_LIMIT),
    columns: (columns?.others ?? []).map(({ name: title, text }) => {
      room.spend(COLUMN_SIGNS);
      return { name: room.take(title, COLUMN_NAME_LIMIT), text: room.take(text, LOCATION_LIMIT) };
    }),
    bins: bins.flatMap((bin) => {
      room.spend(KEYWORD_SIGNS);
      return room.take(bin, BIN_LIMIT) || [];
    }),
    markers: fitMarkers(markers ?? [], room),
    transcript: room.take(transcript ?? "", TRANSCRIPT_LIMIT),
  };
  return { ...texts, transcriptCut: texts.transcript.length < (transcript ?? "").trim().length };
}
