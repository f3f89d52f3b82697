import type { Fetch, Reply } from "../../../src/shared/download/reply.ts";
import type { Manifest } from "../../../tools/package/manifest.ts";
import { need } from "./parameters.ts";

/** A machine without a network. */
export const NO_NETWORK: Fetch = () => Promise.reject(new TypeError("Network request failed"));

/** A file of a host, and how it is handed out. */
interface Offered {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** Bytes after which nothing comes until `release` is called; Infinity: everything comes. */
  readonly until: number;
}

/** UXP's `fetch`, as far as the manifest opens the network, and the hosts at its other end. */
export class FakeNetwork {
  /** Addresses that were asked for. */
  readonly asked: string[] = [];
  /** Where hosts send requests; UXP follows by itself, and then has no body to read. */
  readonly redirects = new Map<string, string>();
  private readonly offered = new Map<string, Offered>();
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly permissions: Manifest["requiredPermissions"]) {}

  offer(address: string, bytes: Uint8Array, { type = "audio/mpeg", until = Infinity } = {}): void {
    this.offered.set(address, { bytes, type, until });
  }

  /** Lets what was held back come. */
  release(): void {
    this.waiting.splice(0).forEach((go) => go());
  }

  readonly fetch: Fetch = async (...given) => {
    need(given, 2);
    const [address, init] = given;
    const { credentials }: { credentials: string } = init;
    const origin = /^https:\/\/[^/]+/.exec(address)?.[0] ?? "";
    if (!this.permissions.network.domains.includes(origin))
      throw new TypeError(`Permission denied to the url ${address}. Manifest entry not found.`);
    if (credentials !== "omit") throw new Error("Cookies would be sent.");
    this.asked.push(address);
    const target = this.redirects.get(address);
    const reply = this.reply(target ?? address);
    await Promise.resolve();
    if (target === undefined) return reply;
    return { ...reply, body: null, arrayBuffer: () => Promise.reject(new Error("Already read")) };
  };

  private reply(url: string): Reply {
    const file = this.offered.get(url);
    const bytes = file?.bytes ?? new Uint8Array();
    const values = new Map([
      ["content-type", file?.type ?? "text/html"],
      ["content-length", String(bytes.length)],
    ]);
    return {
      status: file === undefined ? 404 : 200,
      url,
      headers: { get: (name) => values.get(name.toLowerCase()) ?? null },
      body: { getReader: () => this.reader(bytes, file?.until ?? Infinity) },
      arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer),
    };
  }

  private reader(bytes: Uint8Array, until: number) {
    let at = 0;
    return {
      read: async () => {
        if (at >= until) await new Promise<void>((go) => this.waiting.push(go));
        const value = bytes.subarray(at, at + 65_536);
        at += value.length;
        return value.length === 0 ? { done: true } : { done: false, value };
      },
      cancel: () => Promise.resolve(),
    };
  }
}
