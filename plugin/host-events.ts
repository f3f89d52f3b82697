import * as v from "valibot";
import { ThemeSchema, type HostEvent, type Theme } from "../src/contract/editor-host.ts";
import { maybe, type Premiere } from "./premiere.ts";
import type { UxpDocument } from "./uxp/dom.ts";
import { guarded, takeDown } from "./uxp/guard.ts";

/** Premiere's theme; dark, its default, where the host says something unknown. */
export function themeOf(value: unknown): Theme {
  const parsed = v.safeParse(ThemeSchema, value);
  return parsed.success ? parsed.output : "dark";
}

/** The theme at this moment. */
export function currentTheme(document: UxpDocument): Theme {
  try {
    return themeOf(document.theme.getCurrent());
  } catch {
    return themeOf(undefined);
  }
}

/** Tells of changed themes and changed places until the returned function is called. */
export function listenToHost(
  premiere: Premiere,
  document: UxpDocument,
  listener: (event: HostEvent) => void,
): () => void {
  let isHeard = true;
  const tell = guarded((event: HostEvent) => {
    // Where a listener cannot be taken off, it falls silent instead.
    if (isHeard) listener(event);
  });
  const onTheme = (theme: unknown): void => tell({ type: "theme", theme: themeOf(theme) });
  const onPlace = (): void => tell({ type: "place" });

  guarded(() => document.theme.onUpdated.addListener(onTheme))();
  const { ProjectEvent, SequenceEvent } = premiere.Constants;
  const heard = [
    ProjectEvent.ACTIVATED,
    ProjectEvent.CLOSED,
    ProjectEvent.PROJECT_ITEM_SELECTION_CHANGED,
    SequenceEvent.ACTIVATED,
    SequenceEvent.CLOSED,
    SequenceEvent.SELECTION_CHANGED,
  ].filter((name) => listen(premiere, name, onPlace));

  return () => {
    isHeard = false;
    takeDown(
      () => document.theme.onUpdated.removeListener?.(onTheme),
      ...heard.map((name) => () => premiere.EventManager.removeGlobalEventListener(name, onPlace)),
    );
  };
}

type EventName = Parameters<Premiere["EventManager"]["addGlobalEventListener"]>[0];

/** Not every build has every event; the panel reads the place when it is asked to anyway. */
function listen(premiere: Premiere, name: EventName, listener: () => void): boolean {
  if (maybe(name) === undefined) return false;
  try {
    premiere.EventManager.addGlobalEventListener(name, listener);
    return true;
  } catch {
    return false;
  }
}
