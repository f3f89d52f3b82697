import type { Theme } from "../../../src/contract/editor-host.ts";
import "../../../src/panel/main.ts";
import "./gallery.ts";
import { showPanel } from "./panel-states.ts";

// What is kept, and how much may be, differs from machine to machine.
navigator.storage.estimate = () => Promise.resolve({ usage: 4.2e6, quota: 8e9 });

/** `index.html` shows everything; `index.html?STATE&THEME` shows the panel in one state. */
const [name, theme] = location.search.slice(1).split("&");

if (name === undefined || name === "") {
  document.body.append(document.createElement("nd-gallery"));
  document.documentElement.style.overflow = "auto";
} else {
  await showPanel(name, (theme ?? "light") as Theme);
  document.body.dataset["shown"] = name;
}
