import { DownloadError } from "../../contract/errors.ts";
import { after } from "../clock.ts";
import { hostOf } from "./address.ts";
import type { Cancel } from "./cancel.ts";
import { elsewhere, type Fetch, type Reply } from "./reply.ts";

/** How a host is asked. */
export interface Connecting {
  readonly fetch: Fetch;
  readonly cancel: Cancel;
  /** Milliseconds without a byte after which the host is given up. */
  readonly patience?: number;
}

const PATIENCE = 30_000;
const MOST_REDIRECTS = 3;

/** The connection failed or fell silent; it may work at another try. */
export class Broken extends Error {}

/** Asks for an address, and then for the ones that it leads to on the same host. */
export async function open(
  address: string,
  options: Connecting,
  headers: Record<string, string> = {},
): Promise<Reply> {
  let at = address;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    const asking = options.fetch(at, { headers, credentials: "omit", redirect: "manual" });
    const reply = await inTime(asking, address, options, () => {
      asking.then(letGo, () => undefined);
    });
    const next = elsewhere(reply, at);
    if (next === null) return reply;
    letGo(reply);
    at = next;
  }
  throw new DownloadError({
    what: `${hostOf(address)} sends the download in circles.`,
    input: address,
    next: "Open the track's page and download the file there.",
  });
}

/** Takes all of a body: bit by bit where the runtime can, else as a whole. */
export async function drain(
  reply: Reply,
  take: (bytes: Uint8Array) => Promise<void>,
  options: Connecting,
): Promise<void> {
  const reader = reply.body?.getReader();
  if (reader === undefined) {
    await take(new Uint8Array(await inTime(reply.arrayBuffer(), reply.url, options)));
    return;
  }
  try {
    for (;;) {
      const { done, value } = await inTime(reader.read(), reply.url, options);
      if (done) return;
      if (value !== undefined) await take(value);
    }
  } catch (thrown) {
    reader.cancel().catch(() => undefined);
    throw thrown;
  }
}

/** Ends a connection whose answer is not wanted. */
export function letGo({ body }: Reply): void {
  body
    ?.getReader()
    .cancel()
    .catch(() => undefined);
}

/**
 * The result of `work`.
 * @param giveUp called if it is not waited for any longer
 * @throws DownloadError the download was cancelled
 * @throws Broken it failed, or nothing came for too long
 */
async function inTime<T>(
  work: Promise<T>,
  address: string,
  { cancel, patience = PATIENCE }: Connecting,
  giveUp: () => void = () => undefined,
): Promise<T> {
  let stop: () => void = () => undefined;
  const late = new Promise<never>((_, reject) => {
    stop = after(patience, () => reject(new Broken("The host fell silent.")));
  });
  const ended = cancel.asked.then(() => Promise.reject(cancelled(address)));
  const broken = work.catch((cause: unknown) => Promise.reject(new Broken(String(cause))));
  try {
    return await Promise.race([broken, late, ended]);
  } catch (thrown) {
    giveUp();
    throw thrown;
  } finally {
    stop();
  }
}

export const cancelled = (input: string): DownloadError =>
  new DownloadError({
    what: "The download was cancelled.",
    input,
    next: "Get it again at any time.",
  });
