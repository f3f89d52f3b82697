import type { Locator } from "playwright-core";
import type { Demo } from "../demo.ts";

/**
 * Seconds of one operator of the Keystroke-Level Model for a practised user (Card, Moran and Newell,
 * The keystroke-level model for user performance time with interactive systems, CACM 1980): a key of a
 * text, pointing, pressing the button, moving the hand between keyboard and mouse, thinking what to
 * do.
 */
const OPERATORS = { key: 0.28, point: 1.1, press: 0.1, home: 0.4, think: 1.35 } as const;

/** What a task took. */
export interface Effort {
  readonly clicks: number;
  /** Keys that are pressed for an act; what is typed is counted apart. */
  readonly keys: number;
  readonly typed: number;
  /** Of the person, by the model. */
  readonly hands: number;
  /** Seconds that the person waited for Needledrop, measured. */
  readonly waits: number;
}

/** Works the demo as a person would, and counts what that takes. */
export class Walker {
  private hand: "keyboard" | "mouse" = "mouse";
  private counted = { clicks: 0, keys: 0, typed: 0, hands: 0, waits: 0 };

  constructor(readonly demo: Demo) {}

  /** What was counted since this was last asked. */
  takeEffort(): Effort {
    const { counted } = this;
    this.counted = { clicks: 0, keys: 0, typed: 0, hands: 0, waits: 0 };
    return counted;
  }

  /** Clicks, after thinking where. */
  async click(target: Locator, position?: { x: number; y: number }): Promise<void> {
    this.reach("mouse", OPERATORS.think + OPERATORS.point + 2 * OPERATORS.press);
    this.counted.clicks += 1;
    await target.click(position === undefined ? {} : { position });
  }

  /** Presses one key that does something. */
  async press(key: string): Promise<void> {
    this.reach("keyboard", OPERATORS.think + OPERATORS.key * key.split("+").length);
    this.counted.keys += 1;
    await this.demo.page.keyboard.press(key);
  }

  /** Writes what was thought of before. */
  async type(text: string): Promise<void> {
    this.reach("keyboard", OPERATORS.think + OPERATORS.key * text.length);
    this.counted.typed += text.length;
    await this.demo.page.keyboard.type(text);
  }

  /** Drags with the mouse from one place to another. */
  async drag(from: Locator, to: Locator): Promise<void> {
    this.reach("mouse", OPERATORS.think + 2 * OPERATORS.point + 2 * OPERATORS.press);
    this.counted.clicks += 1;
    await from.dragTo(to);
  }

  /** Waits for what Needledrop does. */
  async until(happens: () => Promise<unknown>): Promise<void> {
    const begun = performance.now();
    await happens();
    this.counted.waits += (performance.now() - begun) / 1000;
  }

  private reach(hand: "keyboard" | "mouse", seconds: number): void {
    if (this.hand !== hand) this.counted.hands += OPERATORS.home;
    this.hand = hand;
    this.counted.hands += seconds;
  }
}
