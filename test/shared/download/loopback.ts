import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { DownloadError } from "../../../src/contract/errors.ts";
import type { Fetch, Reply } from "../../../src/shared/download/reply.ts";

/** The host that a catalogue of a test names. */
export const HOST = "music.example";
export const addressOf = (name: string): string =>
  `https://${HOST}/files/${encodeURIComponent(name)}`;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on the loopback address that stands for `HOST`. */
export interface Loopback {
  /** Its address, without a slash at the end. */
  readonly origin: string;
  /** Node's `fetch`, with requests to `HOST` led to the server. */
  readonly fetch: Fetch;
  /** What was asked for: paths, with the range if there was one. */
  readonly asked: string[];
  /** Headers of the requests, in order. */
  readonly headers: IncomingMessage["headers"][];
  /** How a path is answered from now on; paths without an answer have status 404. */
  answer(path: string, answer: Answer): void;
  close(): Promise<void>;
}

export async function openLoopback(): Promise<Loopback> {
  const answers = new Map<string, Answer>();
  const asked: string[] = [];
  const headers: IncomingMessage["headers"][] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(request.headers.range === undefined ? path : `${path} ${request.headers.range}`);
    headers.push(request.headers);
    const answer = answers.get(path);
    if (answer === undefined) response.writeHead(404).end("no such file");
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    asked,
    headers,
    answer: (path, answer) => void answers.set(path, answer),
    fetch: ledTo(origin),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Node's `fetch`, with requests to `HOST` led to the server at `origin`; no other host is asked. */
export function ledTo(origin: string, fetch = globalThis.fetch): Fetch {
  const named = `https://${HOST}`;
  return async (address, init): Promise<Reply> => {
    if (!address.startsWith(`${named}/`)) throw new Error(`Another host was asked: ${address}`);
    const reply = await fetch(address.replace(named, origin), init);
    return new Proxy(reply, {
      get: (target, key) => {
        if (key === "url") return target.url.replace(origin, named);
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === "function" ? (value.bind(target) as unknown) : value;
      },
    });
  };
}

/** An MP3 by its look: frames of 128 kbit/s at 44.1 kHz, and in them what the seed gives. */
export function mp3Bytes(frames: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(frames * 417);
  let state = seed;
  for (let i = 0; i < bytes.length; i += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[i] = (state >>> 24) & 0x7f;
  }
  for (let frame = 0; frame < frames; frame += 1) bytes.set([0xff, 0xfb, 0x90, 0], frame * 417);
  return bytes;
}

/** Answers with a whole file, and with parts of it where they are asked for. */
export const wholeFile =
  (bytes: Uint8Array, type = "audio/mpeg"): Answer =>
  (request, response) => {
    const [, from] = /^bytes=(\d+)-$/.exec(request.headers.range ?? "") ?? [];
    const start = Number(from ?? 0);
    response.writeHead(from === undefined ? 200 : 206, {
      "content-type": type,
      "content-length": bytes.length - start,
      "accept-ranges": "bytes",
      etag: '"one"',
      ...(from === undefined
        ? {}
        : { "content-range": `bytes ${start}-${bytes.length - 1}/${bytes.length}` }),
    });
    response.end(bytes.subarray(start));
  };

/** Sends the first bytes of a file that is announced whole, and then ends the connection. */
export const brokenAfter =
  (bytes: Uint8Array, kept: number, then: Answer): Answer =>
  (request, response) => {
    if (request.headers.range !== undefined) return then(request, response);
    response.writeHead(200, {
      "content-type": "audio/mpeg",
      "content-length": bytes.length,
      etag: '"one"',
    });
    response.write(bytes.subarray(0, kept), () => setTimeout(() => response.destroy(), 20));
  };

/** How a call fails. @throws Error it does not, or not as a download does */
export async function failure(call: Promise<unknown>): Promise<DownloadError> {
  const thrown: unknown = await call.catch((error: unknown) => error);
  if (thrown instanceof DownloadError) return thrown;
  throw new Error(`Expected a DownloadError, got ${String(thrown)}`);
}
