import type { EngineSession } from "../loading/engine-session.ts";
import { Cut, type CutShell } from "./cut.ts";
import { hitsFirst, type Ranked } from "./hit-order.ts";

/** The cut, and results in the order that it wants. */
export function cutParts({
  session,
  ...shell
}: CutShell & { readonly session: Pick<EngineSession, "search" | "results"> }): {
  readonly cut: Cut;
  readonly ranked: Ranked;
} {
  const cut = new Cut(shell);
  const ranked = hitsFirst(
    {
      search: (request, signal) => session.search(request, signal),
      read: (...page) => session.results(...page),
    },
    cut,
  );
  return { cut, ranked };
}
