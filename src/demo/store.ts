import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Timeline } from "./timeline/model.ts";

/** Holds the timeline (null: no sequence is open) and notifies its listeners of changes. */
export class TimelineStore {
  private current: Timeline | null;
  private readonly listeners = new Set<
    (timeline: Timeline | null, before: Timeline | null) => void
  >();

  constructor(timeline: Timeline | null) {
    this.current = timeline;
  }

  get timeline(): Timeline | null {
    return this.current;
  }

  /** Opens another sequence, or closes the open one. */
  open(timeline: Timeline | null): void {
    const before = this.current;
    if (timeline === before) return;
    this.current = timeline;
    this.listeners.forEach((listener) => listener(timeline, before));
  }

  /** Replaces the timeline with the result of `change`; does nothing when none is open. */
  update(change: (timeline: Timeline) => Timeline): void {
    if (this.current !== null) this.open(change(this.current));
  }

  /** @returns a function that unsubscribes */
  subscribe(listener: (timeline: Timeline | null, before: Timeline | null) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** Redraws an element whenever the timeline changes, while the element is in the page. */
export class Redraw implements ReactiveController {
  private unsubscribe: (() => void) | null = null;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly store: () => TimelineStore,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.unsubscribe = this.store().subscribe(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.unsubscribe?.();
  }
}
