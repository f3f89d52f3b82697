import type { Focus } from "./keyboard.ts";

const NOT_TYPED_INTO = ["range", "checkbox", "button"];
const CONTROLS = ["button", "a", "sp-button", "sp-action-button", "sp-slider", "sp-close-button"];

/** Where the focus is, from the composed path of a keyboard event. */
export function focusOf(path: readonly EventTarget[]): Focus {
  const elements = path.filter((target) => target instanceof Element);
  const [innermost] = elements;
  if (innermost === undefined) return "page";
  if (innermost instanceof HTMLTextAreaElement) return "text";
  if (innermost instanceof HTMLSelectElement) return "choice";
  if (innermost instanceof HTMLInputElement) {
    return NOT_TYPED_INTO.includes(innermost.type) ? "control" : "text";
  }
  if (elements.some((element) => CONTROLS.includes(element.localName))) return "control";
  return elements.some((element) => element.role === "option") ? "list" : "page";
}
