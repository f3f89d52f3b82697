import * as v from "valibot";
import {
  CueSchema,
  HostEventSchema,
  HostInfoSchema,
  InsertReportSchema,
  InsertRequestSchema,
  SceneSchema,
} from "./editor-host.ts";
import { ERROR_CODES, WIRE_TEXT_LIMIT } from "./errors.ts";
import { PageSchema } from "./track.ts";

/**
 * What crosses between the page and the host: JSON only, since UXP stringifies every message.
 * UXP wraps messages in an envelope with a `type` of its own, so ours is told by `channel`.
 */
export const CHANNEL = "needledrop";
export const BRIDGE_VERSION = 1;
/** Largest message accepted, in UTF-16 units of its JSON. */
export const MESSAGE_LIMIT = 4_000_000;

/** The allow-list: every command, what it takes and what it answers. Nothing else is served. */
export const COMMANDS = {
  describe: { takes: v.null(), answers: HostInfoSchema },
  readScene: { takes: v.null(), answers: SceneSchema },
  insert: { takes: InsertRequestSchema, answers: InsertReportSchema },
  offerDrag: { takes: v.nullable(CueSchema), answers: v.null() },
  openPage: { takes: PageSchema, answers: v.null() },
} as const;
export type CommandName = keyof typeof COMMANDS;
export type CommandInput<C extends CommandName> = v.InferOutput<(typeof COMMANDS)[C]["takes"]>;
export type CommandOutput<C extends CommandName> = v.InferOutput<(typeof COMMANDS)[C]["answers"]>;

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

const head = { channel: v.literal(CHANNEL), version: v.literal(BRIDGE_VERSION) };
const id = v.pipe(v.number(), v.integer(), v.minValue(1));
const text = v.pipe(v.string(), v.maxLength(WIRE_TEXT_LIMIT));

const WireErrorSchema = v.object({
  code: v.picklist(ERROR_CODES),
  what: text,
  input: v.optional(text),
  next: text,
  cause: v.optional(text),
});

/** Page to host. `hello` repeats until the host answers `ready`: either side may start late. */
export const ToHostSchema = v.variant("kind", [
  v.object({ ...head, kind: v.literal("hello") }),
  v.object({
    ...head,
    kind: v.literal("request"),
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
  v.object({ ...head, kind: v.literal("answer"), id, output: v.unknown() }),
  v.object({ ...head, kind: v.literal("failure"), id, error: WireErrorSchema }),
  v.object({ ...head, kind: v.literal("event"), event: HostEventSchema }),
]);
export type ToPage = v.InferOutput<typeof ToPageSchema>;

/** One end of a message channel. Whoever makes it has checked that the sender is the right one. */
export interface Wire {
  post(message: ToHost | ToPage): void;
  /** Returns the unsubscribe. */
  listen(listener: (data: unknown) => void): () => void;
}

/** Our message in what arrived, or null: others' messages and malformed ones are not ours. */
export function readMessage<S extends typeof ToHostSchema | typeof ToPageSchema>(
  schema: S,
  data: unknown,
): v.InferOutput<S> | null {
  const value = typeof data === "string" ? parseJson(data) : data;
  const parsed = v.safeParse(schema, value);
  return parsed.success && jsonLength(value) <= MESSAGE_LIMIT ? parsed.output : null;
}

/** Length as JSON; infinite for what JSON cannot hold, such as cycles. */
function jsonLength(value: unknown): number {
  try {
    return JSON.stringify(value).length;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function parseJson(text: string): unknown {
  if (text.length > MESSAGE_LIMIT) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
