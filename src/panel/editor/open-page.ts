import { asNeedledropError } from "../../contract/errors.ts";
import type { EditorHost } from "../../contract/editor-host.ts";
import { pageOf, type Track } from "../../contract/track.ts";
import { openYourselfText } from "../words/messages.ts";
import { bad, info, type Notice } from "../words/notice.ts";

/** Shows the page of a remote track in the editor's browser; returns what to tell, if anything. */
export async function openPage(track: Track, host: EditorHost | null): Promise<Notice | null> {
  const page = pageOf(track);
  if (page === null) return null;
  if (host === null) return info(openYourselfText(page));
  try {
    await host.openPage(page);
    return null;
  } catch (thrown) {
    return bad(`${asNeedledropError(thrown).what} ${openYourselfText(page)}`);
  }
}
