import { afterEach, beforeEach } from "vitest";

/**
 * What Node has and UXP lacks, or is not known to have: named neither in Adobe's list of global
 * members nor in `@adobe/cc-ext-uxp-types`, where `Blob`, `fetch`, `crypto` and `AbortController`
 * are. Hosts were seen without TextEncoder, TextDecoder and, before UXP 9.4, queueMicrotask;
 * URLSearchParams came with 9.1 only. Node has no Worker and no indexedDB of that name today.
 */
export const ABSENT_FROM_UXP = [
  "TextDecoder",
  "TextEncoder",
  "URL",
  "URLSearchParams",
  "WebAssembly",
  "Worker",
  "atob",
  "btoa",
  "indexedDB",
  "queueMicrotask",
  "structuredClone",
] as const;

const removed = new Map<string, PropertyDescriptor>();

// Around every test with its own hooks: those of a setup file run first and last.
beforeEach(() => {
  for (const name of ABSENT_FROM_UXP) {
    const property = Object.getOwnPropertyDescriptor(globalThis, name);
    if (property === undefined) continue;
    removed.set(name, property);
    Reflect.deleteProperty(globalThis, name);
  }
});
afterEach(() => {
  removed.forEach((property, name) => Object.defineProperty(globalThis, name, property));
  removed.clear();
});
