import type { EngineSession } from "../loading/engine-session.ts";
import type { PanelShell } from "../model/panel-sources.ts";
import type { SearchFlow } from "../model/search-flow.ts";
import type { Notice } from "../words/notice.ts";
import { keptDescriptions } from "./history-store.ts";
import { History } from "./history.ts";
import { LikenessWishes } from "./likeness.ts";
import { References } from "./references.ts";

/** What helps to describe a scene. */
export interface DescribeParts {
  readonly history: History;
  readonly likeness: LikenessWishes;
  readonly references: References;
}

/** What they work with. */
interface Collaborators {
  readonly panel: Pick<PanelShell, "changed" | "tell" | "showTab">;
  readonly session: Pick<EngineSession, "references">;
  readonly flow: SearchFlow;
}

export function describeParts({ panel, session, flow }: Collaborators): DescribeParts {
  const changed = (): void => panel.changed();
  const tell = (notice: Notice): void => panel.tell(notice);
  const likeness = new LikenessWishes({
    wishes: () => flow.view.wishes,
    change: (wishes) => flow.change(wishes),
    tell,
  });
  const references = new References(() => session.references(), {
    heard: (reference) => {
      panel.showTab("results");
      void likeness.addReference(reference);
    },
    tell,
    changed,
  });
  return { history: new History(keptDescriptions(), changed), likeness, references };
}
