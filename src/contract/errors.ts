/**
 * Expected failures. Each says what happened, which input it concerns and what to do next,
 * so that any surface (panel, terminal, plugin) can show it as it stands.
 */
export interface FailureDetails {
  /** What happened, one sentence. */
  readonly what: string;
  /** The input it concerns: a file name, a query, an option. */
  readonly input?: string;
  /** What the person can do about it, one sentence. */
  readonly next: string;
  readonly cause?: unknown;
}

const MESSAGE_INPUT_LIMIT = 200;
/** Longest text of an error that crosses a boundary; what is over it is cut. */
export const WIRE_TEXT_LIMIT = 4000;

/** Base of every expected failure; `code` stays stable across versions and boundaries. */
export abstract class NeedledropError extends Error {
  abstract readonly code: ErrorCode;
  readonly what: string;
  readonly input: string | undefined;
  readonly next: string;

  constructor(details: FailureDetails) {
    const input = details.input === undefined ? undefined : abbreviate(details.input);
    super(
      `${details.what}${input === undefined ? "" : ` (${input})`} ${details.next}`.trim(),
      details.cause === undefined ? undefined : { cause: details.cause },
    );
    this.what = details.what;
    this.input = input;
    this.next = details.next;
    this.name = new.target.name;
  }
}

/** The query holds nothing to search for. */
export class EmptyQueryError extends NeedledropError {
  readonly code = "empty-query";
}

/** A pack file is missing, truncated, altered, or of a format this version does not know. */
export class PackError extends NeedledropError {
  readonly code = "pack";
}

/** An index file is not an index, is damaged, or is of another format version. */
export class IndexFormatError extends NeedledropError {
  readonly code = "index-format";
}

/** An index was made with another pack, so its embeddings mean something else. */
export class IndexPackMismatchError extends NeedledropError {
  readonly code = "index-pack";
}

/** An audio file cannot be read or decoded. */
export class AudioError extends NeedledropError {
  readonly code = "audio";
}

/** The device cannot run the model (no WebAssembly SIMD, no adapter, out of memory). */
export class DeviceError extends NeedledropError {
  readonly code = "device";
}

/** A bundled asset did not load. */
export class AssetError extends NeedledropError {
  readonly code = "asset";
}

/** A vendor's list of tracks, or a catalogue made from one, is not what it should be. */
export class CatalogueError extends NeedledropError {
  readonly code = "catalogue";
}

/** The editing application cannot do what was asked, or did not do it. */
export class HostError extends NeedledropError {
  readonly code = "host";
}

/** A message between page and plugin is malformed, unknown, too large or unanswered. */
export class BridgeError extends NeedledropError {
  readonly code = "bridge";
}

/** Wrong command-line arguments. */
export class UsageError extends NeedledropError {
  readonly code = "usage";
}

/** Something we did not foresee; carries the original message so that it can be reported. */
export class UnexpectedError extends NeedledropError {
  readonly code = "unexpected";
}

const CLASSES = {
  "empty-query": EmptyQueryError,
  pack: PackError,
  "index-format": IndexFormatError,
  "index-pack": IndexPackMismatchError,
  audio: AudioError,
  device: DeviceError,
  asset: AssetError,
  catalogue: CatalogueError,
  host: HostError,
  bridge: BridgeError,
  usage: UsageError,
  unexpected: UnexpectedError,
} as const;

export type ErrorCode = keyof typeof CLASSES;
export const ERROR_CODES = Object.keys(CLASSES) as [ErrorCode, ...ErrorCode[]];

/** An error as plain JSON: it keeps class, text and cause across worker and bridge. */
export interface WireError {
  readonly code: ErrorCode;
  readonly what: string;
  readonly input?: string | undefined;
  readonly next: string;
  readonly cause?: string | undefined;
}

/** Any thrown value as a Needledrop error; unforeseen ones become `UnexpectedError`. */
export function asNeedledropError(thrown: unknown): NeedledropError {
  if (thrown instanceof NeedledropError) return thrown;
  return new UnexpectedError({
    what: thrown instanceof Error ? thrown.message : String(thrown),
    next: "Please report this together with what you were doing.",
    cause: thrown,
  });
}

export function errorToWire(thrown: unknown): WireError {
  const error = asNeedledropError(thrown);
  return {
    code: error.code,
    what: cut(error.what),
    ...(error.input === undefined ? {} : { input: error.input }),
    next: cut(error.next),
    ...(error.cause === undefined ? {} : { cause: cut(causeText(error.cause)) }),
  };
}

export function errorFromWire(wire: WireError): NeedledropError {
  return new CLASSES[wire.code](wire);
}

function causeText(cause: unknown): string {
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
}

// A foreign library's message may be of any length, and the receiver takes no more than this.
function cut(text: string): string {
  return text.slice(0, WIRE_TEXT_LIMIT);
}

// A query of 100,000 characters must not come back as a message of that size.
function abbreviate(input: string): string {
  return input.length <= MESSAGE_INPUT_LIMIT ? input : `${input.slice(0, MESSAGE_INPUT_LIMIT)}…`;
}
