import type { Tab } from "../../src/demo/host/tab.ts";
import { greyJpeg } from "../contract/picture.ts";

/** A tab without a browser: it does what a person at it would. */
export class FakeTab implements Tab {
  readonly opened: string[] = [];
  opensPages = true;
  readonly saved = new Map<string, string>();
  /** What the person picks when asked for a folder or a file; null: they change their mind. */
  pick: string | null = null;
  /** Why the browser draws nothing, if it does not. */
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

  draw(_scenery: string, width: number, height: number): Promise<string> {
    if (this.drawsNot !== "") return Promise.reject(new Error(this.drawsNot));
    return Promise.resolve(Buffer.from(greyJpeg(width, height)).toString("base64"));
  }

  checks = (): [] => [];
}
