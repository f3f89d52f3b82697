import * as v from "valibot";
import { attempt, tellAll } from "../shared/attempt.ts";
import {
  BRIDGE_VERSION,
  CHANNEL,
  COMMANDS,
  COMMAND_NAMES,
  ToPageSchema,
  isSmall,
  readMessage,
  type CommandName,
  type Commands,
  type Wire,
} from "./messages.ts";
import { after } from "../shared/clock.ts";
import type { EditorHost, HostEvent } from "../contract/editor-host.ts";
import { BridgeError, HostError, errorFromWire } from "../contract/errors.ts";

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

/** Milliseconds for what may take longer, an hour of WAV over a slow line, or what must be at once. */
const LIMITS: Readonly<Partial<Record<CommandName, number>>> = {
  download: 7_200_000,
  playSequence: 5000,
  stopSequence: 5000,
};

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
  const session = Math.random().toString(36).slice(2) + Date.now().toString(36);
  let lastId = 0;
  let isClosed = false;

  const unlisten = wire.listen((data) => {
    const message = readMessage(ToPageSchema, data);
    if (message === null) return;
    if (message.kind === "ready") markReady();
    else if (message.kind === "event") tellAll(listeners, message.event);
    else if (message.session === session)
      settle(message.id, message.kind === "answer" ? message : errorFromWire(message.error));
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

  function request(command: CommandName, input: unknown): Promise<unknown> {
    if (isClosed) return Promise.reject(closed());
    const id = ++lastId;
    const message = {
      channel: CHANNEL,
      version: BRIDGE_VERSION,
      kind: "request",
      session,
      id,
      command,
      input: input ?? null,
    } as const;
    if (!isSmall(message)) return Promise.reject(tooLarge(command));
    return new Promise((resolve, reject) => {
      const stopTimer = after(LIMITS[command] ?? limits.answerLimit, () =>
        settle(id, unanswered(command)),
      );
      pending.set(id, { command, resolve, reject, stopTimer });
      try {
        wire.post(message);
      } catch (cause) {
        settle(id, unsent(command, cause));
      }
    });
  }

  const hello = { channel: CHANNEL, version: BRIDGE_VERSION, kind: "hello" } as const;
  // A hello that cannot be sent yet is one that is not answered.
  const stopHello = repeat(limits.helloEvery, () => attempt(() => wire.post(hello)));
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

  // `settle` has checked every answer against the table that these types are made from.
  const commands = Object.fromEntries(
    COMMAND_NAMES.map((name) => [name, (input: unknown) => request(name, input)]),
  ) as unknown as Commands;
  return {
    ...commands,
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      isClosed = true;
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
const unsent = (input: string, cause: unknown): BridgeError =>
  new BridgeError({
    what: "The editing application cannot be reached.",
    input,
    next: "Close and reopen the panel.",
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
