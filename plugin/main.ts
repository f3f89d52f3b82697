import { openPanel } from "./panel.ts";
import type { Premiere } from "./premiere.ts";
import type { Uxp, UxpKeyValueStore } from "./uxp.ts";
import type { UxpDocument, UxpElement, UxpWindow } from "./uxp-dom.ts";

// UXP provides these; its modules are CommonJS and come from the host (webpack leaves them out).
declare function require(module: "uxp"): Uxp<UxpElement>;
declare function require(module: "premierepro"): Premiere;
declare const document: UxpDocument;
declare const window: UxpWindow;
declare const localStorage: UxpKeyValueStore;

const uxp = require("uxp");

let close = (): void => undefined;

// At once: UXP raises an error nobody can catch when the entry points are set up late.
uxp.entrypoints.setup({
  panels: {
    main: {
      create: (root) => {
        close();
        const premiere = require("premierepro");
        close = openPanel(root, { premiere, uxp, document, window, memory: localStorage });
      },
      destroy: () => close(),
    },
  },
});
