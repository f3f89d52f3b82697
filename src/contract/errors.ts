/**
 * What an expected failure tells: what happened, which input it concerns, and what to do next. Panel,
 * terminal and plugin show these texts unchanged.
 */
export interface FailureDetails {
  /** What happened, as one sentence. */
  readonly what: string;
  /** The input that it concerns: a file name, a query, an option. Long ones are abbreviated. */
  readonly input?: string;
  /** What the person can do about it, as one sentence. */
  readonly next: string;
  /** The error behind it, if there is one. */
  readonly cause?: unknown;
}

const MESSAGE_INPUT_LIMIT = 200;
/** Longest text of an error that crosses a boundary, in UTF-16 units; longer ones are cut. */
export const WIRE_TEXT_LIMIT = 4000;

/**
 * Base class of every expected failure. `code` is the same in all versions and on both sides of a
 * boundary; `message` is made of `what`, `input` and `next`.
 */
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

/** The query is blank, or holds no readable text. */
export class EmptyQueryError extends NeedledropError {
  readonly code = "empty-query";
}

/** A file of a pack is missing, truncated, altered, or of a format that this version does not read. */
export class PackError extends NeedledropError {
  readonly code = "pack";
}

/** A file is not an index, is damaged, or has another format version. */
export class IndexFormatError extends NeedledropError {
  readonly code = "index-format";
}

/** An index was made with another pack, so its embeddings cannot be compared with this one's. */
export class IndexPackMismatchError extends NeedledropError {
  readonly code = "index-pack";
}

/** An audio file cannot be read or decoded. */
export class AudioError extends NeedledropError {
  readonly code = "audio";
}

/** The device cannot run the model: no WebAssembly SIMD, no graphics adapter, too little memory. */
export class DeviceError extends NeedledropError {
  readonly code = "device";
}

/** A file that ships with Needledrop is missing, or did not load. */
export class AssetError extends NeedledropError {
  readonly code = "asset";
}

/** What the browser keeps for the page cannot be read or written: no storage, or no room in it. */
export class StorageError extends NeedledropError {
  readonly code = "storage";
}

/** A vendor's list of tracks, or a catalogue made from one, is malformed. */
export class CatalogueError extends NeedledropError {
  readonly code = "catalogue";
}

/** A file of a catalogue was refused, did not arrive whole, or was cancelled. */
export class DownloadError extends NeedledropError {
  readonly code = "download";
}

/** The editing application cannot do what was asked, or has not done it. */
export class HostError extends NeedledropError {
  readonly code = "host";
}

/** A message between page and plugin is malformed, unknown, too large, or was not answered. */
export class BridgeError extends NeedledropError {
  readonly code = "bridge";
}

/** An argument of a command, or of a function, is wrong. */
export class UsageError extends NeedledropError {
  readonly code = "usage";
}

/** Any other failure. It carries the original message, so that it can be reported. */
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
  storage: StorageError,
  catalogue: CatalogueError,
  download: DownloadError,
  host: HostError,
  bridge: BridgeError,
  usage: UsageError,
  unexpected: UnexpectedError,
} as const;

/** The stable code of an error class. */
export type ErrorCode = keyof typeof CLASSES;
/** Every error code. */
export const ERROR_CODES = Object.keys(CLASSES) as [ErrorCode, ...ErrorCode[]];

/** An error as plain JSON. Class, texts and the text of its cause survive worker and bridge. */
export interface WireError {
  readonly code: ErrorCode;
  readonly what: string;
  readonly input?: string | undefined;
  readonly next: string;
  readonly cause?: string | undefined;
}

/** Any thrown value as a Needledrop error; one of another kind becomes an `UnexpectedError`. */
export function asNeedledropError(thrown: unknown): NeedledropError {
  if (thrown instanceof NeedledropError) return thrown;
  return new UnexpectedError({
    what: thrown instanceof Error ? thrown.message : String(thrown),
    next: "Please report this together with what you were doing.",
    cause: thrown,
  });
}

/** Any thrown value as plain JSON, its texts cut to `WIRE_TEXT_LIMIT`. */
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

/** The error that `errorToWire` was given, of the same class; its cause is a text. */
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
