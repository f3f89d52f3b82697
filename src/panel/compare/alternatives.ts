import type { InsertReport } from "../../contract/cue.ts";
import type { LocalResult } from "../../contract/search.ts";
import type { EditorTools } from "../editor/editor-tools.ts";
import { alternativesText } from "../words/compare.ts";
import { CONVERSION } from "../words/editor-messages.ts";
import { bad, failure, good, info, type Notice } from "../words/notice.ts";

/**
 * Lays tracks at one place, the first where inserts go and each other one on a new track, so that
 * somebody can choose between them in the editor. If one of them fails, the others stay, and are named.
 */
export async function insertAlternatives(
  tools: EditorTools,
  results: readonly LocalResult[],
): Promise<void> {
  if (!results.every((result) => tools.isFit(result))) return;
  await tools.ask("insert", async (host) => {
    const { sequence } = await host.readPlace();
    const at = sequence?.range?.start ?? sequence?.playhead ?? null;
    const reports: InsertReport[] = [];
    const told = (): string => (reports.length === 0 ? "" : alternativesText(reports));
    for (const result of results) {
      const track = reports.length === 0 ? tools.track : "new";
      try {
        const request = { ...tools.insertion(result, false), at, track };
        const laid = await tools.place(host, result, request);
        if (laid === null) return after(told(), info(CONVERSION.cancelled));
        reports.push(laid.report);
      } catch (thrown) {
        return after(told(), failure(thrown));
      }
    }
    return good(told());
  });
}

/** What went wrong, after what lies on the timeline all the same. */
const after = (laid: string, notice: Notice): Notice =>
  laid === ""
    ? notice
    : { ...bad(`${notice.text} ${laid}`), ...(notice.error && { error: notice.error }) };
