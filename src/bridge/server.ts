import * as v from "valibot";
import { attempt } from "../shared/attempt.ts";
import {
  BRIDGE_VERSION,
  CHANNEL,
  COMMANDS,
  ToHostSchema,
  isCommand,
  isSmall,
  readMessage,
  type CommandName,
  type ToHost,
  type ToPage,
  type Wire,
} from "./messages.ts";
import type { EditorHost } from "../contract/editor-host.ts";
import { BridgeError, errorToWire } from "../contract/errors.ts";

type Request = Extract<ToHost, { kind: "request" }>;

const head = { channel: CHANNEL, version: BRIDGE_VERSION } as const;
/** Pages whose requests are remembered; a page that was reloaded counts as another. */
const MOST_SESSIONS = 16;

/** Offers `host` over `wire` until the returned function is called. */
export function serveHost(wire: Wire, host: EditorHost): () => void {
  let isServing = true;
  const isNew = newcomers();
  // A page that is gone receives nothing, and that concerns nobody.
  const post = (message: ToPage): void => attempt(() => wire.post(message));
  const answer = async (request: Request): Promise<void> => {
    const message = await run(host, request);
    if (isServing) post(message);
  };
  const unlisten = wire.listen((data) => {
    const message = readMessage(ToHostSchema, data);
    if (message === null) return;
    if (message.kind === "hello") post({ ...head, kind: "ready" });
    else if (isNew(message)) void answer(message);
  });
  const unsubscribe = host.onEvent((event) => post({ ...head, kind: "event", event }));
  return () => {
    isServing = false;
    unlisten();
    unsubscribe();
  };
}

/**
 * Whether a request arrives for the first time. Some builds deliver every message twice, and
 * what comes twice, by chance or by design, must not be done twice. Ids of one page rise.
 */
function newcomers(): (request: Request) => boolean {
  const highest = new Map<string, number>();
  return ({ session, id }) => {
    if (id <= (highest.get(session) ?? 0)) return false;
    highest.delete(session); // So that the first in the map has been silent for longest.
    highest.set(session, id);
    const [oldest] = highest.keys();
    if (highest.size > MOST_SESSIONS && oldest !== undefined) highest.delete(oldest);
    return true;
  };
}

/** Never rejects: whatever goes wrong becomes a failure message. */
async function run(host: EditorHost, { session, id, command, input }: Request): Promise<ToPage> {
  try {
    if (!isCommand(command)) throw unknownCommand(command);
    const output = await dispatch(host, command, input);
    const message = { ...head, kind: "answer", session, id, output } as const;
    if (isSmall(message)) return message;
    throw new BridgeError({
      what: "The answer is too large to send to the panel.",
      input: command,
      next: "Select fewer clips and try again.",
    });
  } catch (error) {
    return { ...head, kind: "failure", session, id, error: errorToWire(error) };
  }
}

function unknownCommand(command: string): BridgeError {
  return new BridgeError({
    what: "The panel asked for something this plugin does not offer.",
    input: command,
    next: "Reinstall Needledrop so that panel and plugin are of one version.",
  });
}

/** Calls the host's method of that name; what goes in and what comes out is held to the table. */
async function dispatch(host: EditorHost, command: CommandName, input: unknown): Promise<unknown> {
  const { takes, answers } = COMMANDS[command];
  // The table proves that the method takes just this (`CommandsAreTheHosts`).
  const method = host[command].bind(host) as (input: unknown) => Promise<unknown>;
  const output = await method(checked(command, takes, input));
  return v.parse(answers, output ?? null) ?? null;
}

function checked(command: CommandName, schema: v.GenericSchema, input: unknown): unknown {
  const parsed = v.safeParse(schema, input);
  if (parsed.success) return parsed.output;
  throw new BridgeError({
    what: `The panel sent a malformed ${command} request: ${parsed.issues[0].message}.`,
    input: v.getDotPath(parsed.issues[0]) ?? command,
    next: "Reinstall Needledrop so that panel and plugin are of one version.",
  });
}
