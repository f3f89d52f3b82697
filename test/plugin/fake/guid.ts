import type { Guid } from "@adobe/premierepro";
import { official } from "./parameters.ts";

/** Names a project, a sequence, or a kind of media; two of the same text are two objects. */
export class FakeGuid {
  constructor(private readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

export function guid(text: string): Guid {
  return official<Guid>(new FakeGuid(text));
}

/** As Premiere writes them into its project files. */
export const VIDEO_GUID = "228cda18-3625-4d2d-951e-348879e4ed93";
export const AUDIO_GUID = "80b8e3d5-6dca-4195-aefb-cb5f407ab009";
