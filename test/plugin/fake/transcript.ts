import type { TranscriptStatic } from "@adobe/premierepro";
import { FakeClipProjectItem } from "./items.ts";
import { handle, need } from "./parameters.ts";

export const transcripts: Pick<TranscriptStatic, "exportToJSON" | "hasTranscript"> = {
  hasTranscript: (...given) => {
    need(given, 1);
    return handle(FakeClipProjectItem, given[0]).node.transcript !== null;
  },
  exportToJSON: (...given) => {
    need(given, 1);
    const { transcript } = handle(FakeClipProjectItem, given[0]).node;
    return transcript === null
      ? Promise.reject(new Error("No transcript."))
      : Promise.resolve(transcript);
  },
};
