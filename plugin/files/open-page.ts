import { HostError } from "../../src/contract/errors.ts";
import type { UxpShell } from "../uxp/uxp.ts";

// Premiere shows this to the editor when it asks whether it may (Adobe, "Launch process").
const WHY = "Needledrop opens the page where this track can be heard and downloaded.";

/** Opens an https page in the editor's browser. @throws HostError it did not open, or was refused */
export async function openPage(shell: UxpShell, page: string): Promise<void> {
  const problem = await launch(shell, page);
  if (problem === "") return;
  throw new HostError({
    what: "Premiere did not open the page.",
    input: page,
    next: "Allow it when Premiere asks, or open the address in your browser yourself.",
    cause: problem,
  });
}

/** Empty when it worked; UXP answers some refusals with a text and throws others. */
async function launch(shell: UxpShell, page: string): Promise<unknown> {
  try {
    return await shell.openExternal(page, WHY);
  } catch (thrown) {
    return thrown;
  }
}
