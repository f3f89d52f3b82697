import type { LitElement, ReactiveController } from "lit";
import { ActEvent } from "../events.ts";

const REMOVING_KEYS = ["Delete", "Backspace", "Enter"];

/**
 * The buttons of an element with chips, which are its only ones: Tab stops at one of them, arrow keys go
 * on to the others, and when the one with the focus is gone, the next gets it, or else the description.
 */
export class ChipButtons implements ReactiveController {
  private current = 0;
  private hadFocus = false;

  /** @param count how many buttons there are */
  constructor(
    private readonly host: LitElement,
    private readonly count: () => number,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    this.hadFocus = this.focused !== null;
    this.current = Math.max(0, Math.min(this.current, this.count() - 1));
  }

  hostUpdated(): void {
    if (!this.hadFocus || this.focused !== null) return;
    if (this.count() > 0) this.focus(this.current);
    else this.host.dispatchEvent(new ActEvent("focus-search"));
  }

  /** Of the button at a place. */
  tabIndex(at: number): 0 | -1 {
    return at === this.current ? 0 : -1;
  }

  /** The button at a place has got the focus. */
  stopAt(at: number): void {
    this.current = at;
    this.host.requestUpdate();
  }

  /** Goes to another button, or removes what this one is for. */
  pressed(event: KeyboardEvent, remove: () => void): void {
    const places: Partial<Record<string, number>> = {
      ArrowLeft: this.current - 1,
      ArrowRight: this.current + 1,
      Home: 0,
      End: this.count() - 1,
    };
    const place = places[event.key];
    if (place === undefined && !REMOVING_KEYS.includes(event.key)) return;
    event.preventDefault();
    if (place !== undefined) this.focus(place);
    // A key that is held down removes one chip, not all of them.
    else if (!event.repeat) remove();
  }

  private get focused(): Element | null {
    return this.host.shadowRoot?.activeElement ?? null;
  }

  private focus(place: number): void {
    this.host.shadowRoot?.querySelectorAll("button")[place]?.focus();
  }
}

/** A click leaves the focus in the box, where the editor goes on writing. */
export const keepFocus = (event: MouseEvent): void => event.preventDefault();
