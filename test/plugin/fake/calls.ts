import type { Failure } from "./faults.ts";
import { FakeGuid } from "./guid.ts";
import { FakeAction } from "./ledger.ts";
import type { ClipNode, ItemNode } from "./state.ts";
import { FakeFrameRate, FakeTickTime } from "./times.ts";

type Node = ItemNode | ClipNode | null;
type Call = (...given: unknown[]) => unknown;

interface Hook {
  readonly name: string;
  /** Calls of that name that still pass. */
  left: number;
  readonly run: () => void;
}

/**
 * A layer over everything that the imitation hands out: it counts each call into the host as
 * `Class.member`, delays its answer, and lets a test step in before it. Times and actions are
 * plain values here and are not counted.
 */
export class Calls {
  /** Calls of any name. */
  count = 0;
  /** Milliseconds that each promise of the host takes. */
  latency = 0;
  private readonly counts = new Map<string, number>();
  private hooks: Hook[] = [];
  private readonly targets = new WeakMap<object, object>();
  private readonly wrappedCallbacks = new WeakMap<object, Call>();

  constructor(private readonly fails: (name: string, node: Node) => Failure | undefined) {}

  /** How often the member was called, such as `AudioTrack.getTrackItems`. */
  of(name: string): number {
    return this.counts.get(name) ?? 0;
  }

  /** Every name that was called, and how often. */
  get names(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.counts);
  }

  /** From here on counts again. */
  reset(): void {
    this.count = 0;
    this.counts.clear();
  }

  /** Runs `run` once, just before the `nth` call (from 1) of that name from now on. */
  before(name: string, nth: number, run: () => void): void {
    this.hooks.push({ name, left: nth - 1, run });
  }

  /** `target` and whatever it hands out, under the name of its class. */
  watch<T extends object>(target: T, name = nameOf(target)): T {
    const proxy = new Proxy(target, {
      get: (_, key) => {
        const value: unknown = Reflect.get(target, key, target);
        if (typeof key === "symbol" || key === "constructor") return value;
        const member = `${name}.${key}`;
        if (typeof value === "function") return this.method(target, member, value as Call);
        if (value instanceof Promise) return this.enter(target, member, () => value, []);
        // Its own fields, such as `node`, are the imitation's, not the host's.
        return Object.hasOwn(target, key) ? value : this.watched(value);
      },
      set: (_, key, value) => Reflect.set(target, key, this.own(value), target),
    });
    this.targets.set(proxy, target);
    return proxy;
  }

  private method(target: object, name: string, method: Call): Call {
    return (...given) =>
      this.enter(
        target,
        name,
        (...own) => Reflect.apply(method, target, own),
        given.map((value) => this.own(value)),
      );
  }

  private enter(target: object, name: string, call: Call, given: readonly unknown[]): unknown {
    this.note(name);
    const how = this.fails(name, nodeOf(target) ?? nodeOf(given[0]));
    if (how === "throws") throw new Error(`${name} failed.`);
    const answer =
      how === "rejects" ? Promise.reject(new Error(`${name} failed.`)) : call(...given);
    if (how === "forgets") return answer instanceof Promise ? answer.then(() => null) : null;
    return answer instanceof Promise ? this.later(answer) : this.watched(answer);
  }

  private note(name: string): void {
    this.count++;
    this.counts.set(name, this.of(name) + 1);
    const due = this.hooks.filter((hook) => hook.name === name && hook.left-- === 0);
    this.hooks = this.hooks.filter((hook) => !due.includes(hook));
    due.forEach((hook) => hook.run());
  }

  private async later(answer: Promise<unknown>): Promise<unknown> {
    const { latency } = this;
    if (latency > 0) {
      answer.catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, latency));
    }
    return this.watched(await answer);
  }

  /** What leaves the host. */
  private watched(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((entry) => this.watched(entry));
    return isHandle(value) ? this.watch(value) : value;
  }

  /** What enters the host: its own handles as they are, and callbacks that it will call. */
  private own(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((entry) => this.own(entry));
    if (typeof value === "function") return this.callback(value as Call);
    return typeof value === "object" && value !== null ? (this.targets.get(value) ?? value) : value;
  }

  private callback(callback: Call): Call {
    // The same one for the same callback, for listeners are removed by it.
    const known = this.wrappedCallbacks.get(callback);
    if (known !== undefined) return known;
    const wrapped: Call = (...given) => callback(...given.map((value) => this.watched(value)));
    this.wrappedCallbacks.set(callback, wrapped);
    return wrapped;
  }
}

function nameOf(target: object): string {
  return target.constructor.name.replace(/^Fake/, "");
}

function nodeOf(handle: unknown): Node {
  if (typeof handle !== "object" || handle === null || !("node" in handle)) return null;
  return handle.node as Node;
}

/** Classes of the imitation begin with `Fake`. */
function isHandle(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const isPlain = [FakeTickTime, FakeFrameRate, FakeAction, FakeGuid].some(
    (type) => value instanceof type,
  );
  return !isPlain && value.constructor.name.startsWith("Fake");
}
