import * as v from "valibot";
import {
  BRIDGE_VERSION,
  CHANNEL,
  COMMANDS,
  MESSAGE_LIMIT,
  ToHostSchema,
  isCommand,
  readMessage,
  type CommandName,
  type ToPage,
  type Wire,
} from "./bridge-messages.ts";
import type { EditorHost } from "./editor-host.ts";
import { BridgeError, errorToWire } from "./errors.ts";

const head = { channel: CHANNEL, version: BRIDGE_VERSION } as const;

/** Offers `host` over `wire` until the returned function is called. */
export function serveHost(wire: Wire, host: EditorHost): () => void {
  let isServing = true;
  const answer = async (id: number, command: string, input: unknown): Promise<void> => {
    const message = await run(host, id, command, input);
    if (isServing) wire.post(message);
  };
  const unlisten = wire.listen((data) => {
    const message = readMessage(ToHostSchema, data);
    if (message === null) return;
    if (message.kind === "hello") wire.post({ ...head, kind: "ready" });
    else void answer(message.id, message.command, message.input);
  });
  const unsubscribe = host.onEvent((event) => wire.post({ ...head, kind: "event", event }));
  return () => {
    isServing = false;
    unlisten();
    unsubscribe();
  };
}

/** Never rejects: whatever goes wrong becomes a failure message. */
async function run(host: EditorHost, id: number, command: string, input: unknown): Promise<ToPage> {
  try {
    if (!isCommand(command)) throw unknownCommand(command);
    const output = v.parse(COMMANDS[command].answers, await dispatch(host, command, input));
    const message = { ...head, kind: "answer", id, output } as const;
    if (JSON.stringify(message).length <= MESSAGE_LIMIT) return message;
    throw new BridgeError({
      what: "The answer is too large to send to the panel.",
      input: command,
      next: "Select fewer clips and try again.",
    });
  } catch (error) {
    return { ...head, kind: "failure", id, error: errorToWire(error) };
  }
}

function unknownCommand(command: string): BridgeError {
  return new BridgeError({
    what: "The panel asked for something this plugin does not offer.",
    input: command,
    next: "Reinstall Needledrop so that panel and plugin are of one version.",
  });
}

function dispatch(host: EditorHost, command: CommandName, input: unknown): Promise<unknown> {
  switch (command) {
    case "describe":
      return host.describe();
    case "readScene":
      return host.readScene();
    case "insert":
      return host.insert(checked("insert", COMMANDS.insert.takes, input));
    case "offerDrag":
      return host.offerDrag(checked("offerDrag", COMMANDS.offerDrag.takes, input)).then(() => null);
    case "openPage":
      return host.openPage(checked("openPage", COMMANDS.openPage.takes, input)).then(() => null);
  }
}

function checked<S extends v.GenericSchema>(
  command: CommandName,
  schema: S,
  input: unknown,
): v.InferOutput<S> {
  const parsed = v.safeParse(schema, input);
  if (parsed.success) return parsed.output;
  throw new BridgeError({
    what: `The panel sent a malformed ${command} request: ${parsed.issues[0].message}.`,
    input: v.getDotPath(parsed.issues[0]) ?? command,
    next: "Reinstall Needledrop so that panel and plugin are of one version.",
  });
}
