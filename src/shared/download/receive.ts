import { DownloadError } from "../../contract/errors.ts";
import { hostOf } from "./address.ts";
import { Broken, cancelled, drain, letGo, open, type Connecting } from "./connection.ts";
import { Pieces } from "./pieces.ts";
import { MOST_BYTES, checkReply, continues, lengthOf, tooLarge, type Reply } from "./reply.ts";

/** Where a download goes, and how. */
export interface ReceiveOptions extends Connecting {
  /** Adds bytes to the file. What it throws ends the download. */
  readonly append: (bytes: Uint8Array) => Promise<void>;
  /** Called with the bytes that have arrived, and with how many there will be, if that is known. */
  readonly onProgress?: (done: number, total: number | null) => void;
}

/** How often a download that broke off is taken up again where it was. */
const MOST_RESUMES = 3;

/**
 * Downloads an audio file. Nothing is written before its beginning has been recognised, and the call
 * does not end well before every byte has been handed to `append`.
 * @returns its size in bytes
 * @throws DownloadError the host refused, sent something else or broke off, or it was cancelled
 * @throws whatever `append` throws
 */
export async function receive(address: string, options: ReceiveOptions): Promise<number> {
  const { cancel, onProgress } = options;
  const file = new Pieces(address, options.append);
  const first = await open(address, options).catch((thrown: unknown) => {
    throw thrown instanceof Broken ? unreachable(address, thrown) : thrown;
  });
  const total = checked(first, address);
  const take = async (bytes: Uint8Array): Promise<void> => {
    await file.add(bytes);
    if (file.arrived > (total ?? MOST_BYTES)) throw tooLarge(address, file.arrived);
    onProgress?.(file.arrived, total);
  };

  let reply = first;
  for (let resumes = 0; ; resumes += 1) {
    const broken = await drain(reply, take, options).then(() => null, asBroken);
    if (cancel.isAsked) throw cancelled(address);
    if (broken === null && (total === null || file.arrived === total)) break;
    const left =
      resumes < MOST_RESUMES ? await resume(first, file.arrived, address, options) : null;
    if (left === null) throw brokeOff(address, broken);
    reply = left;
  }
  await file.end();
  return file.arrived;
}

/** Checks an answer, and lets go of one that is refused. Returns how long the file is, if known. */
function checked(reply: Reply, address: string): number | null {
  try {
    checkReply(reply, address);
    return lengthOf(reply);
  } catch (thrown) {
    letGo(reply);
    throw thrown;
  }
}

/** The rest of the same file from byte `from` on; null if the host cannot give it. */
async function resume(
  first: Reply,
  from: number,
  address: string,
  options: ReceiveOptions,
): Promise<Reply | null> {
  const total = lengthOf(first);
  const tag = first.headers.get("etag") ?? "";
  // A weak tag does not say that the bytes are the same (RFC 9110, If-Range).
  const mark = /^"/.test(tag) ? tag : first.headers.get("last-modified");
  if (total === null || mark === null) return null;
  const range = { Range: `bytes=${from}-`, "If-Range": mark };
  const reply = await open(address, options, range).catch(asBroken);
  if (reply instanceof Broken) return null;
  if (continues(reply, from, total)) return reply;
  letGo(reply);
  return null;
}

/** What may work at another try; anything else is thrown. */
function asBroken(thrown: unknown): Broken {
  if (thrown instanceof Broken) return thrown;
  throw thrown;
}

const unreachable = (input: string, cause: unknown): DownloadError =>
  new DownloadError({
    what: `${hostOf(input)} could not be reached.`,
    input,
    next: "Check that this machine is online, then try again.",
    cause,
  });
const brokeOff = (input: string, cause: unknown): DownloadError =>
  new DownloadError({
    what: `The download from ${hostOf(input)} broke off.`,
    input,
    next: "Try again; nothing of it was kept.",
    cause: cause ?? "the file ended early",
  });
