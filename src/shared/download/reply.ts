import { DownloadError } from "../../contract/errors.ts";
import { hostOf, isSameAddress, redirected } from "./address.ts";

/** What is used of an answer to `fetch`, by UXP's and by Node's. */
export interface Reply {
  readonly status: number;
  /** Where it came from, after redirects that `fetch` followed by itself. */
  readonly url: string;
  readonly headers: { get(name: string): string | null };
  readonly body?: ReplyBody | null;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A body that arrives bit by bit. */
export interface ReplyBody {
  getReader(): ReplyReader;
}
export interface ReplyReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<unknown>;
}

/** `fetch`, as far as it is used: no cookies go out, and no redirect is followed unseen. */
export type Fetch = (
  address: string,
  init: {
    readonly headers: Record<string, string>;
    readonly credentials: "omit";
    readonly redirect: "manual";
  },
) => Promise<Reply>;

/** More than any track has: two hours of WAV. */
export const MOST_BYTES = 1_500_000_000;
// What hosts call audio; a page of text is an error, whatever its status.
const AUDIO_TYPE =
  /^(audio\/|video\/(mp4|mpeg|ogg)|(application|binary)\/(octet-stream|ogg|mp4|mpeg|x-mp3|force-download))/i;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/**
 * The address to ask instead, if the host sent the request elsewhere; null if this is the answer.
 * @throws DownloadError it leads to another host, or to no file
 */
export function elsewhere(reply: Reply, at: string): string | null {
  const followed = reply.url !== "" && !isSameAddress(reply.url, at);
  if (!followed && !REDIRECTS.includes(reply.status)) return null;
  const location = followed ? reply.url : (reply.headers.get("location") ?? "");
  const next = redirected(at, location);
  if (next !== null && hostOf(next) === hostOf(at)) return next;
  throw new DownloadError({
    what: `${hostOf(at)} sends the download on to another place, which Needledrop does not follow.`,
    input: location,
    next: "Open the track's page and download the file there.",
  });
}

/** Bytes of the whole file, if the answer says; null if it does not. */
export function lengthOf({ headers }: Reply): number | null {
  // Of what was compressed on its way, the header has the compressed length.
  const encoding = headers.get("content-encoding") ?? "identity";
  const length = Number(headers.get("content-length") ?? "");
  if (encoding !== "identity" || !Number.isSafeInteger(length) || length <= 0) return null;
  return length;
}

/**
 * Checks, before the first byte is read, that an answer is one to the request for a whole file.
 * @throws DownloadError it has another status, is no audio, or is too large
 */
export function checkReply(reply: Reply, at: string): void {
  if (reply.status !== 200) throw refused(reply.status, at);
  const type = reply.headers.get("content-type") ?? "audio/mpeg";
  if (!AUDIO_TYPE.test(type)) throw notAudio(at, type);
  const length = lengthOf(reply);
  if (length !== null && length > MOST_BYTES) throw tooLarge(at, length);
}

/** Whether an answer continues a file of `total` bytes at byte `from`. */
export function continues({ status, headers }: Reply, from: number, total: number): boolean {
  const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers.get("content-range") ?? "");
  if (status !== 206 || range === null) return false;
  const [, start, end, whole] = range.map(Number);
  return start === from && end === total - 1 && whole === total;
}

function refused(status: number, at: string): DownloadError {
  const gone = status === 404 || status === 410;
  return new DownloadError({
    what: gone
      ? `${hostOf(at)} does not have this file any more.`
      : `${hostOf(at)} refused the download (status ${status}).`,
    input: at,
    next: gone
      ? "Open the track's page to see whether it has moved."
      : "Try again later, or open the track's page.",
  });
}

export const notAudio = (at: string, cause: string): DownloadError =>
  new DownloadError({
    what: `${hostOf(at)} sent something other than the audio file.`,
    input: at,
    next: "Open the track's page and download the file there.",
    cause,
  });
export const tooLarge = (at: string, bytes: number): DownloadError =>
  new DownloadError({
    what: `The file is too large for a track (${Math.round(bytes / 1e6)} MB).`,
    input: at,
    next: "Open the track's page to see what it is.",
  });
