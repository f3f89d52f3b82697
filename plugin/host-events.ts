import type { HostEvent } from "../src/contract/editor-host.ts";
import { ThemeSchema, type Theme } from "../src/contract/editor-host.ts";
import * as v from "valibot";
import type { Premiere } from "./premiere.ts";
import type { UxpDocument } from "./uxp-dom.ts";

/** Premiere's theme; dark, its default, where the host says something unknown. */
export function themeOf(value: unknown): Theme {
  const parsed = v.safeParse(ThemeSchema, value);
  return parsed.success ? parsed.output : "dark";
}

/** Tells of changed themes and changed scenes until the returned function is called. */
export function listenToHost(
  premiere: Premiere,
  document: UxpDocument,
  listener: (event: HostEvent) => void,
): () => void {
  const onTheme = (theme: unknown): void => listener({ type: "theme", theme: themeOf(theme) });
  document.theme.onUpdated.addListener(onTheme);

  const onScene = (): void => listener({ type: "scene" });
  const { ProjectEvent, SequenceEvent } = premiere.Constants;
  const heard = [
    ProjectEvent.ACTIVATED,
    ProjectEvent.CLOSED,
    ProjectEvent.PROJECT_ITEM_SELECTION_CHANGED,
    SequenceEvent.ACTIVATED,
    SequenceEvent.CLOSED,
    SequenceEvent.SELECTION_CHANGED,
  ].filter((name) => listen(premiere, name, onScene));

  return () => {
    document.theme.onUpdated.removeListener(onTheme);
    heard.forEach((name) => premiere.EventManager.removeGlobalEventListener(name, onScene));
  };
}

type EventName = Parameters<Premiere["EventManager"]["addGlobalEventListener"]>[0];

function listen(premiere: Premiere, name: EventName, listener: () => void): boolean {
  try {
    premiere.EventManager.addGlobalEventListener(name, listener);
    return true;
  } catch {
    return false; // Not every build has every event; the panel reads the scene when asked anyway.
  }
}
