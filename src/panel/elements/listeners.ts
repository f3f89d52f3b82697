import type { PanelModel } from "../model/panel-model.ts";
import * as sent from "./events.ts";

/** What the panel does on an event of its elements. */
export interface Listener {
  readonly type: string;
  readonly handle: (event: Event) => void;
}

/** A listener for one class of events. */
export function on<Sent extends Event>(
  kind: { readonly type: string; new (...given: never[]): Sent },
  handle: (event: Sent) => unknown,
): Listener {
  return {
    type: kind.type,
    handle: (event) => {
      if (event instanceof kind) handle(event);
    },
  };
}

/** What the panel does on the events that its elements share. */
export function commonListeners(model: PanelModel): readonly Listener[] {
  return [
    on(sent.TakeBackEvent, ({ phrases }) => model.takeBack(phrases)),
    on(sent.SelectEvent, ({ result }) => model.select(result)),
    on(sent.VolumeEvent, ({ volume }) => model.setVolume(volume)),
    on(sent.ActEvent, ({ action, result }) => model.act(action, result)),
    on(sent.SettingEvent, ({ settings }) => model.setTools(settings)),
    on(sent.CopyEvent, ({ text, confirmation }) => model.copy(text, confirmation)),
    on(sent.CheckEvent, ({ scratch }) => model.runCheck(scratch)),
    on(sent.AddFolderEvent, ({ files }) => model.addFolder(files)),
    on(sent.FolderEvent, ({ id, wish }) => model.changeFolder(id, wish)),
    on(sent.AskAgainEvent, ({ host }) => model.askAgain(host)),
    on(sent.AddModelEvent, ({ shelf, files }) => model.addModel(shelf, files)),
    on(sent.RemoveModelEvent, ({ shelf, hash }) => model.removeModel(shelf, hash)),
    on(sent.TabEvent, ({ tab }) => model.showTab(tab)),
    on(sent.CloseNoticeEvent, () => model.tell(null)),
    on(sent.CloseSheetEvent, () => model.show(null)),
  ];
}
