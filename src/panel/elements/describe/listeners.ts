import type { Wish } from "../../describe/wish-chips.ts";
import type { PanelModel } from "../../model/panel-model.ts";
import { QueryEvent } from "../events.ts";
import { on, type Listener } from "../listeners.ts";
import * as sent from "./events.ts";

/** What the panel does where a scene is described. */
export function describeListeners(model: PanelModel): readonly Listener[] {
  const { flow, history, references, scene } = model.parts;
  return [
    on(QueryEvent, ({ query, now }) => {
      history.written(query, now);
      if (now) model.showTab("results");
    }),
    on(sent.SecondEvent, ({ second }) => flow.change({ second })),
    on(sent.LevelEvent, ({ level, value }) =>
      flow.change({ levels: { ...flow.view.wishes.levels, [level]: value } }),
    ),
    on(sent.ResetLevelsEvent, () => flow.change({ levels: {} })),
    on(sent.DropWishEvent, ({ wish }) => dropWish(model, wish)),
    on(sent.DropSourceEvent, ({ key }) => (key === null ? scene.removeAll() : scene.remove(key))),
    on(sent.ReferenceEvent, ({ files }) => references.hear(files)),
    on(sent.CancelReferenceEvent, () => references.cancel()),
  ];
}

async function dropWish(model: PanelModel, wish: Wish): Promise<void> {
  const { flow, likeness, references } = model.parts;
  model.showTab("results");
  if (wish.kind === "second") return flow.change({ second: null });
  if (wish.kind === "level") {
    return flow.change({ levels: { ...flow.view.wishes.levels, [wish.level]: 0 } });
  }
  await likeness.drop(wish.of);
  if (wish.of.kind === "reference") await references.forget(wish.of.id);
}
