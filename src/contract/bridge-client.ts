import * as v from "valibot";
import {
  BRIDGE_VERSION,
  CHANNEL,
  COMMANDS,
  MESSAGE_LIMIT,
  ToPageSchema,
  readMessage,
  type CommandInput,
  type CommandName,
  type CommandOutput,
  type Wire,
} from "./bridge-messages.ts";
import { after } from "./clock.ts";
import type { EditorHost, HostEvent } from "./editor-host.ts";
import { BridgeError, HostError, errorFromWire } from "./errors.ts";

export interface BridgeClientOptions {
  /** Milliseconds between two hellos. */
  readonly helloEvery?: number;
  /** Milliseconds until an unanswered handshake is an error. */
  readonly helloLimit?: number;
  /** Milliseconds until an unanswered request is an error. */
  readonly answerLimit?: number;
}

interface Pending {
  readonly command: CommandName;
  resolve(output: unknown): void;
  reject(error: Error): void;
  stopTimer(): void;
}

// A person may have to pick a folder during the first insert, so an answer may take minutes.
const DEFAULTS = { helloEvery: 400, helloLimit: 60_000, answerLimit: 300_000 };

/** A host at the far end of a wire, and the way to let go of it. */
export interface ConnectedHost extends EditorHost {
  close(): void;
}

/**
 * Shakes hands over `wire` and returns the host behind it.
 * @throws BridgeError nobody answered in time.
 */
export async function connectHost(
  wire: Wire,
  options: BridgeClientOptions = {},
): Promise<ConnectedHost> {
  const limits = { ...DEFAULTS, ...options };
  const pending = new Map<number, Pending>();
  const listeners = new Set<(event: HostEvent) => void>();
  const { promise: ready, resolve: markReady, reject: refuse } = deferred();
  let lastId = 0;

  const unlisten = wire.listen((data) => {
    const message = readMessage(ToPageSchema, data);
    if (message === null) return;
    if (message.kind === "ready") markReady();
    else if (message.kind === "event") listeners.forEach((listener) => listener(message.event));
    else settle(message.id, message.kind === "answer" ? message : errorFromWire(message.error));
  });

  function settle(id: number, result: { output?: unknown } | Error): void {
    const call = pending.get(id);
    if (call === undefined) return; // Late: its time-out has already been reported.
    pending.delete(id);
    call.stopTimer();
    if (result instanceof Error) {
      call.reject(result);
      return;
    }
    const output = v.safeParse(COMMANDS[call.command].answers, result.output);
    if (output.success) call.resolve(output.output);
    else call.reject(malformed(call.command, output.issues[0].message));
  }

  function request<C extends CommandName>(
    command: C,
    input: CommandInput<C>,
  ): Promise<CommandOutput<C>> {
    const id = ++lastId;
    const message = {
      channel: CHANNEL,
      version: BRIDGE_VERSION,
      kind: "request",
      id,
      command,
      input,
    } as const;
    if (JSON.stringify(message).length > MESSAGE_LIMIT) return Promise.reject(tooLarge(command));
    return new Promise((resolve, reject) => {
      const stopTimer = after(limits.answerLimit, () => settle(id, unanswered(command)));
      // `settle` has checked the output against this command's schema.
      const accept = (output: unknown): void => resolve(output as CommandOutput<C>);
      pending.set(id, { command, resolve: accept, reject, stopTimer });
      wire.post(message);
    });
  }

  const stopHello = repeat(limits.helloEvery, () =>
    wire.post({ channel: CHANNEL, version: BRIDGE_VERSION, kind: "hello" }),
  );
  const stopLimit = after(limits.helloLimit, () => refuse(unanswered("hello")));
  try {
    await ready;
  } catch (error) {
    unlisten();
    throw error;
  } finally {
    stopHello();
    stopLimit();
  }

  return {
    describe: () => request("describe", null),
    readScene: () => request("readScene", null),
    insert: (insertRequest) => request("insert", insertRequest),
    offerDrag: async (cue) => {
      await request("offerDrag", cue);
    },
    openPage: async (page) => {
      await request("openPage", page);
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      unlisten();
      for (const id of [...pending.keys()]) settle(id, closed());
    },
  };
}

function repeat(ms: number, action: () => void): () => void {
  let stop = (): void => undefined;
  const tick = (): void => {
    action();
    stop = after(ms, tick);
  };
  tick();
  return () => stop();
}

function deferred(): {
  promise: Promise<void>;
  resolve: () => void;
  reject: (error: Error) => void;
} {
  let resolve!: () => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

const unanswered = (input: string): BridgeError =>
  new BridgeError({
    what: "The editing application did not answer in time.",
    input,
    next: "Close and reopen the panel.",
  });
const malformed = (input: string, cause: string): BridgeError =>
  new BridgeError({
    what: "The editing application sent an answer this panel does not understand.",
    input,
    next: "Reinstall Needledrop so that panel and plugin are of one version.",
    cause,
  });
const tooLarge = (input: string): BridgeError =>
  new BridgeError({
    what: "A message to the editing application is too large.",
    input,
    next: "Select fewer clips and try again.",
  });
const closed = (): HostError =>
  new HostError({
    what: "The connection to the editing application was closed.",
    next: "Reopen the panel.",
  });
