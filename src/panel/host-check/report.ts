import type { TextFile } from "../../contract/cue-sheet.ts";
import type { HostInfo } from "../../contract/editor-host.ts";
import type { HostCheckState } from "./host-check.ts";

export interface ReportFacts {
  readonly date: Date;
  readonly userAgent: string;
  /** Version of the panel. */
  readonly panel: string;
  /** Null without an editor. */
  readonly editor: HostInfo | null;
}

/** All that was seen, as one JSON object to paste. */
export function hostReport({ checks, scratch }: HostCheckState, facts: ReportFacts): string {
  const { date, userAgent, panel, editor } = facts;
  const about = editor === null ? null : { name: editor.name, version: editor.version };
  return JSON.stringify(
    { date: date.toISOString(), userAgent, panel, editor: about, scratch, checks },
    null,
    2,
  );
}

export const reportFile = (text: string): TextFile => ({
  name: "needledrop-host-check.json",
  text,
});
