import type { Check } from "../../src/contract/host-check.ts";
import { ThemeSchema } from "../../src/contract/editor-host.ts";
import type { PremiereSurroundings } from "../premiere-host.ts";
import type { UxpKeyValueStore } from "../uxp/uxp.ts";
import { failed, look, note, ok, okIf, type Finding } from "./look.ts";

type Around = Pick<PremiereSurroundings, "document" | "memory" | "uxp">;

/** What can be seen of the script runtime alone. */
export function checkRuntime({ document, memory, uxp }: Around): Promise<Check[]> {
  return Promise.all([
    look("versions", "Versions", () =>
      note(`${uxp.host.name} ${uxp.host.version}, UXP ${uxp.versions.uxp}`),
    ),
    look("globals", "Names that scripts may use", globals),
    look("storage", "What survives a restart", () => survival(memory)),
    look("theme", "Theme", () => {
      const theme = document.theme.getCurrent();
      const hasRemove = typeof document.theme.onUpdated.removeListener === "function";
      return okIf(
        ThemeSchema.options.some((known) => known === theme),
        `getCurrent answers ${JSON.stringify(theme)}; removeListener is ${hasRemove ? "there" : "not there"}`,
      );
    }),
  ]);
}

/** Names that browsers have and UXP may lack, and newer parts of the language. */
const NAMES = [
  "AbortController",
  "Blob",
  "Intl",
  "TextDecoder",
  "TextEncoder",
  "URL",
  "URLSearchParams",
  "WebAssembly",
  "WebSocket",
  "Worker",
  "XMLHttpRequest",
  "atob",
  "btoa",
  "crypto",
  "fetch",
  "indexedDB",
  "performance",
  "queueMicrotask",
  "setTimeout",
  "structuredClone",
];

function globals(): Finding {
  const isThere = (name: string): boolean => name in globalThis;
  const language = {
    "Array.at": "at" in Array.prototype,
    "Array.findLast": "findLast" in Array.prototype,
    "Array.toSorted": "toSorted" in Array.prototype,
    "Object.hasOwn": "hasOwn" in Object,
    "String.normalize": "normalize" in String.prototype,
    "String.replaceAll": "replaceAll" in String.prototype,
  };
  const all: [string, boolean][] = [
    ...NAMES.map((name): [string, boolean] => [name, isThere(name)]),
    ...Object.entries(language),
  ];
  const list = (wanted: boolean): string =>
    all.flatMap(([name, has]) => (has === wanted ? [name] : [])).join(", ") || "none";
  return note(`There: ${list(true)}. Not there: ${list(false)}.`);
}

const COUNT_KEY = "needledrop.check";
/** How often this start of the plugin has looked. */
const looks = new WeakMap<UxpKeyValueStore, number>();

/** Counts the checks; a count that is ahead of this start was written by an earlier one. */
function survival(memory: UxpKeyValueStore): Finding {
  const before = Number(memory.getItem(COUNT_KEY) ?? 0);
  const own = looks.get(memory) ?? 0;
  memory.setItem(COUNT_KEY, String(before + 1));
  looks.set(memory, own + 1);
  if (Number(memory.getItem(COUNT_KEY)) !== before + 1)
    return failed("localStorage does not hold what was written a moment ago");
  return before > own
    ? ok(`localStorage holds what an earlier start wrote (check no. ${before + 1})`)
    : note("localStorage holds nothing of an earlier start: check again after a restart");
}
