import * as v from "valibot";
import { ThemeSchema, type HostEvent, type Theme } from "../src/contract/editor-host.ts";
import { maybe, type Premiere } from "./premiere.ts";
import type { UxpDocument } from "./uxp/dom.ts";
import { guarded, takeDown } from "./uxp/guard.ts";

/** Premiere's theme; dark, its default, where the host answers something unknown. */
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

/** Passes on changed themes and changed places until the returned function is called. */
export function listenToHost(
  premiere: Premiere,
  document: UxpDocument,
  listener: (event: HostEvent) => void,
): () => void {
  let isOpen = true;
  const pass = guarded((event: HostEvent) => {
    // Where a listener cannot be taken off, it passes nothing on instead.
    if (isOpen) listener(event);
  });
  const onTheme = (theme: unknown): void => pass({ type: "theme", theme: themeOf(theme) });
  const onPlace = (): void => pass({ type: "place" });

  guarded(() => document.theme.onUpdated.addListener(onTheme))();
  const added = placeEvents(premiere).filter((name) => add(premiere, name, onPlace));

  return () => {
    isOpen = false;
    takeDown(
      () => document.theme.onUpdated.removeListener?.(onTheme),
      ...added.map((name) => () => premiere.EventManager.removeGlobalEventListener(name, onPlace)),
    );
  };
}

type EventName = Parameters<Premiere["EventManager"]["addGlobalEventListener"]>[0];

/** What changes the place. Not every build has every event, or every kind of them. */
function placeEvents({ Constants }: Premiere): EventName[] {
  const { ProjectEvent, SequenceEvent }: Partial<Premiere["Constants"]> = maybe(Constants) ?? {};
  return [
    ProjectEvent?.ACTIVATED,
    ProjectEvent?.CLOSED,
    ProjectEvent?.PROJECT_ITEM_SELECTION_CHANGED,
    SequenceEvent?.ACTIVATED,
    SequenceEvent?.CLOSED,
    SequenceEvent?.SELECTION_CHANGED,
  ].filter((name) => name !== undefined);
}

/** Whether Premiere took the listener; the panel reads the place when it is asked to anyway. */
function add(premiere: Premiere, name: EventName, listener: () => void): boolean {
  try {
    premiere.EventManager.addGlobalEventListener(name, listener);
    return true;
  } catch {
    return false;
  }
}
