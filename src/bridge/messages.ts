import * as v from "valibot";
import { MarkReportSchema, MarkRequestSchema } from "../contract/clip-markers.ts";
import { WavFileSchema, WavPieceSchema, WrittenSchema } from "../contract/conversion.ts";
import { CueSchema, InsertReportSchema, InsertRequestSchema } from "../contract/cue.ts";
import { CueSheetSchema, SavedSchema, TextFileSchema } from "../contract/cue-sheet.ts";
import { CutsSchema } from "../contract/cuts.ts";
import {
  DownloadRequestSchema,
  DownloadSettingsSchema,
  DownloadedSchema,
  HostTrustSchema,
} from "../contract/download.ts";
import { DuckReportSchema, DuckSettingsSchema, UnduckReportSchema } from "../contract/ducking.ts";
import {
  HostEventSchema,
  HostInfoSchema,
  MusicFolderSchema,
  type EditorHost,
} from "../contract/editor-host.ts";
import { ERROR_CODES, WIRE_TEXT_LIMIT } from "../contract/errors.ts";
import { FramesRequestSchema, FramesSchema } from "../contract/frames.ts";
import { CheckRequestSchema, ChecksSchema } from "../contract/host-check.ts";
import {
  FilePieceRequestSchema,
  FolderIdSchema,
  FolderPageRequestSchema,
  FolderPageSchema,
  HostFolderSchema,
  HostFoldersSchema,
  PieceSchema,
} from "../contract/host-folders.ts";
import { PlaceSchema } from "../contract/place.ts";
import { RowReportSchema, RowRequestSchema } from "../contract/row.ts";
import { SelectionSchema } from "../contract/selection.ts";
import { PlayRequestSchema, SequencePlaybackSchema } from "../contract/sequence-playback.ts";
import { PageSchema } from "../contract/track.ts";
import { text } from "../contract/values.ts";

/**
 * What crosses between the page and the host: JSON only, since UXP stringifies every message.
 * UXP wraps messages in an envelope with a `type` of its own, so ours is told by `channel`.
 */
export const CHANNEL = "needledrop";
export const BRIDGE_VERSION = 2;
/** Largest message accepted, in UTF-16 units of its JSON. */
export const MESSAGE_LIMIT = 4_000_000;

// JSON has no `undefined`, so nothing travels as null.
const nothing = v.pipe(
  v.null(),
  v.transform((): void => undefined),
);

/** The allow-list: every command, what it takes and what it answers. Nothing else is served. */
export const COMMANDS = {
  describe: { takes: nothing, answers: HostInfoSchema },
  readPlace: { takes: nothing, answers: PlaceSchema },
  readSelection: { takes: nothing, answers: SelectionSchema },
  insert: { takes: InsertRequestSchema, answers: InsertReportSchema },
  insertRow: { takes: RowRequestSchema, answers: RowReportSchema },
  replace: { takes: CueSchema, answers: InsertReportSchema },
  addMarkers: { takes: MarkRequestSchema, answers: MarkReportSchema },
  duck: { takes: DuckSettingsSchema, answers: DuckReportSchema },
  unduck: { takes: nothing, answers: UnduckReportSchema },
  playSequence: { takes: PlayRequestSchema, answers: SequencePlaybackSchema },
  stopSequence: { takes: nothing, answers: nothing },
  preview: { takes: CueSchema, answers: nothing },
  stopPreview: { takes: nothing, answers: nothing },
  offerDrag: { takes: v.nullable(CueSchema), answers: nothing },
  readCueSheet: { takes: nothing, answers: CueSheetSchema },
  saveText: { takes: TextFileSchema, answers: SavedSchema },
  readCuts: { takes: nothing, answers: CutsSchema },
  framesOf: { takes: FramesRequestSchema, answers: FramesSchema },
  readMusicFolder: { takes: nothing, answers: MusicFolderSchema },
  chooseMusicFolder: { takes: nothing, answers: MusicFolderSchema },
  findWav: { takes: WavFileSchema, answers: WrittenSchema },
  writeWav: { takes: WavPieceSchema, answers: WrittenSchema },
  dropWav: { takes: text(200), answers: nothing },
  addFolder: { takes: nothing, answers: v.nullable(HostFolderSchema) },
  knownFolders: { takes: nothing, answers: HostFoldersSchema },
  listFolder: { takes: FolderPageRequestSchema, answers: FolderPageSchema },
  readFile: { takes: FilePieceRequestSchema, answers: PieceSchema },
  forgetFolder: { takes: FolderIdSchema, answers: nothing },
  downloadSettings: { takes: nothing, answers: DownloadSettingsSchema },
  chooseDownloadFolder: { takes: nothing, answers: v.nullable(HostFolderSchema) },
  trustHost: { takes: HostTrustSchema, answers: nothing },
  download: { takes: DownloadRequestSchema, answers: DownloadedSchema },
  cancelDownload: { takes: text(400), answers: nothing },
  openPage: { takes: PageSchema, answers: nothing },
  check: { takes: CheckRequestSchema, answers: ChecksSchema },
  echo: { takes: text(1_000_000), answers: text(1_000_000) },
} as const;
export type CommandName = keyof typeof COMMANDS;
export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[];
export type CommandInput<C extends CommandName> = v.InferOutput<(typeof COMMANDS)[C]["takes"]>;
export type CommandOutput<C extends CommandName> = v.InferOutput<(typeof COMMANDS)[C]["answers"]>;

/** A host's methods by the names of the commands that call them. */
export type Commands = {
  [C in CommandName]: (input: CommandInput<C>) => Promise<CommandOutput<C>>;
};
/** Proof at compile time that table and interface name the same methods and mean the same. */
export type CommandsAreTheHosts = [
  SubtypeOf<EditorHost, Commands>,
  SubtypeOf<Commands, Omit<EditorHost, "onEvent">>,
];
type SubtypeOf<T extends U, U> = [T, U];

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

const head = { channel: v.literal(CHANNEL), version: v.literal(BRIDGE_VERSION) };
const id = v.pipe(v.number(), v.integer(), v.minValue(1));
const told = text(WIRE_TEXT_LIMIT);
/** Tells one page from another, and from the same page before a reload. */
const session = v.pipe(v.string(), v.minLength(1), v.maxLength(40));

const WireErrorSchema = v.object({
  code: v.picklist(ERROR_CODES),
  what: told,
  input: v.optional(told),
  next: told,
  cause: v.optional(told),
});

/** Page to host. `hello` repeats until the host answers `ready`: either side may start late. */
export const ToHostSchema = v.variant("kind", [
  v.object({ ...head, kind: v.literal("hello") }),
  v.object({
    ...head,
    kind: v.literal("request"),
    session,
    /** Higher than that of any request before, so that one that arrives twice is served once. */
    id,
    // Any name: one that is not on the list is answered with an error, not with silence.
    command: v.pipe(v.string(), v.maxLength(100)),
    input: v.unknown(),
  }),
]);
export type ToHost = v.InferOutput<typeof ToHostSchema>;

/** Host to page. */
export const ToPageSchema = v.variant("kind", [
  v.object({ ...head, kind: v.literal("ready") }),
  // To the page that asked: one that was reloaded counts from 1 again, and hears the old one's.
  v.object({ ...head, kind: v.literal("answer"), session, id, output: v.unknown() }),
  v.object({ ...head, kind: v.literal("failure"), session, id, error: WireErrorSchema }),
  v.object({ ...head, kind: v.literal("event"), event: HostEventSchema }),
]);
export type ToPage = v.InferOutput<typeof ToPageSchema>;

/** One end of a message channel. Whoever makes it has checked that the sender is the right one. */
export interface Wire {
  /** May throw where the far end is gone. */
  post(message: ToHost | ToPage): void;
  /** Returns the unsubscribe. */
  listen(listener: (data: unknown) => void): () => void;
}

/** UXP and its wrappers put messages into envelopes of their own; more than this is not theirs. */
const MOST_ENVELOPES = 3;

/** Our message in what arrived, or null: others' messages and malformed ones are not ours. */
export function readMessage<S extends typeof ToHostSchema | typeof ToPageSchema>(
  schema: S,
  data: unknown,
): v.InferOutput<S> | null {
  let value = data;
  for (let opened = 0; opened <= MOST_ENVELOPES; opened++) {
    if (typeof value === "string") value = parseJson(value);
    const parsed = v.safeParse(schema, value);
    if (parsed.success) return isSmall(value) ? parsed.output : null;
    if (typeof value !== "object" || value === null || !("data" in value)) return null;
    value = value.data;
  }
  return null;
}

/** Whether the value's JSON keeps within the limit; stops reading where it does not. */
export function isSmall(value: unknown): boolean {
  let size = 0;
  try {
    const json = JSON.stringify(value, function (this: unknown, key, part: unknown) {
      // Never more than it will be in JSON: of an array's items, the keys are not written.
      size += Array.isArray(this) ? 1 : key.length;
      if (typeof part === "string") size += part.length;
      if (size > MESSAGE_LIMIT) throw new RangeError("Too large.");
      return part;
    });
    return json.length <= MESSAGE_LIMIT;
  } catch {
    return false; // Too large, or nothing that JSON can hold, such as cycles.
  }
}

function parseJson(json: string): unknown {
  if (json.length > MESSAGE_LIMIT) return null;
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
