import type { EventManagerStatic } from "@adobe/premierepro";
import { need } from "./parameters.ts";

type Handler = (event?: object) => void;

/** The host's listeners, and a way to fire its events. */
export class FakeEventManager implements Pick<
  EventManagerStatic,
  "addGlobalEventListener" | "removeGlobalEventListener"
> {
  private readonly listeners = new Map<string, Set<Handler>>();
  /** Events this build of the host lacks. */
  readonly missing = new Set<string>();

  addGlobalEventListener(...given: [unknown, Handler]): void {
    need(given, 2);
    const [name, handler] = given;
    if (typeof name !== "string" || this.missing.has(name)) throw new Error("Invalid parameter.");
    this.listeners.set(name, (this.listeners.get(name) ?? new Set()).add(handler));
  }

  removeGlobalEventListener(...given: [unknown, Handler]): void {
    need(given, 2);
    this.listeners.get(String(given[0]))?.delete(given[1]);
  }

  fire(name: string): void {
    this.listeners.get(name)?.forEach((handler) => handler({ id: "event" }));
  }

  get listenerCount(): number {
    return [...this.listeners.values()].reduce((sum, handlers) => sum + handlers.size, 0);
  }
}
