import { after } from "../src/shared/clock.ts";
import type { Fetch } from "../src/shared/download/reply.ts";
import { openPanel } from "./panel.ts";
import type { Premiere } from "./premiere.ts";
import type { UxpDocument, UxpElement, UxpWindow } from "./uxp/dom.ts";
import { guarded, orNull } from "./uxp/guard.ts";
import type { Uxp, UxpFs, UxpKeyValueStore } from "./uxp/uxp.ts";

// UXP provides these; its modules are CommonJS and come from the host (webpack leaves them out).
declare function require(module: "uxp"): Uxp<UxpElement>;
declare function require(module: "premierepro"): Premiere;
declare function require(module: "fs"): UxpFs;
declare const document: UxpDocument;
declare const window: UxpWindow;
declare const localStorage: UxpKeyValueStore;
declare const fetch: Fetch;

/** How long the host has, in milliseconds, to name a place for the panel. */
const PATIENCE = 500;

const uxp = require("uxp");

let shown: { readonly root: UxpElement; readonly close: () => void } | null = null;
let hasStarted = false;

/**
 * Shows the panel where the host wants it. Some builds call `create`, some only `show`, some both, and
 * on 26.3 neither call was seen. So each of them starts the panel, and a second start changes nothing
 * unless it names another root.
 */
const start = guarded((given?: UxpElement | null) => {
  const root = given ?? shown?.root ?? document.body;
  if (root === shown?.root) return;
  stop();
  const premiere = require("premierepro");
  const fs = orNull(() => require("fs"));
  shown = {
    root,
    close: openPanel(root, {
      premiere,
      uxp,
      fs,
      document,
      window,
      memory: localStorage,
      fetch: (...given) => fetch(...given),
    }),
  };
  hasStarted = true;
});

const stop = guarded(() => {
  const last = shown;
  shown = null;
  last?.close();
});

// At once: UXP raises an error nobody can catch when the entry points are set up late.
guarded(() =>
  uxp.entrypoints.setup({ panels: { main: { create: start, show: start, destroy: stop } } }),
)();
after(PATIENCE, () => {
  if (!hasStarted) start();
});
