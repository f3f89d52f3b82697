import type { Wire } from "../../src/bridge/messages.ts";

/** One end of a wire in memory; whatever comes in at `receive` is handed to its listeners. */
export class MemoryEnd implements Wire {
  private readonly listeners = new Set<(data: unknown) => void>();
  /** Where what is posted goes; a wire that is not yet connected loses it. */
  deliver: (data: unknown) => void = () => undefined;
  /** The far end is gone: posting throws, as UXP's `postMessage` does then. */
  isDetached = false;

  post(message: unknown): void {
    if (this.isDetached) throw new Error("The web view is detached.");
    // As the real bridge: a copy through JSON, and never within the same call.
    const data: unknown = JSON.parse(JSON.stringify(message));
    queueMicrotask(() => this.deliver(data));
  }

  listen(listener: (data: unknown) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  receive(data: unknown): void {
    this.listeners.forEach((listener) => listener(data));
  }

  get listenerCount(): number {
    return this.listeners.size;
  }
}

/** A wire between a page and a host. */
export function memoryWire(): { page: MemoryEnd; host: MemoryEnd } {
  const page = new MemoryEnd();
  const host = new MemoryEnd();
  page.deliver = (data) => host.receive(data);
  host.deliver = (data) => page.receive(data);
  return { page, host };
}
