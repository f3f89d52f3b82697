import type { Tab } from "../../src/demo/host/tab.ts";
import { greyJpeg } from "../contract/picture.ts";

/** A tab without a browser; it answers as a user would. */
export class FakeTab implements Tab {
  readonly opened: string[] = [];
  opensPages = true;
  readonly saved = new Map<string, string>();
  /** The folder or file that the user picks; null: they cancel. */
  pick: string | null = null;
  /** What was drawn, and at what time of its file. */
  readonly drawn: { readonly scenery: string; readonly at: number }[] = [];
  /** Why the browser cannot draw, if it cannot. */
  drawsNot = "";

  openPage(page: string): boolean {
    if (this.opensPages) this.opened.push(page);
    return this.opensPages;
  }

  save({ text }: { readonly text: string }): Promise<string | null> {
    if (this.pick !== null) this.saved.set(this.pick, text);
    return Promise.resolve(this.pick);
  }

  chooseFolder(): Promise<string | null> {
    return Promise.resolve(this.pick);
  }

  draw(scenery: string, at: number, width: number, height: number): Promise<string> {
    this.drawn.push({ scenery, at });
    if (this.drawsNot !== "") return Promise.reject(new Error(this.drawsNot));
    return Promise.resolve(Buffer.from(greyJpeg(width, height)).toString("base64"));
  }

  checks = (): [] => [];
}
