import { writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The panel's page may run its own scripts, a worker and WebAssembly, and nothing else;
 * it reaches no network at all.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self' blob: 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' data: blob:",
  "worker-src blob:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The stand-in shows the panel's page in a frame and reads the length of its audio. */
export const DEMO_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "media-src 'self'",
  "frame-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

interface Page {
  readonly title: string;
  readonly policy: string;
  readonly script: string;
  readonly body: string;
}

/** Writes `page/index.html` and `demo.html`. */
export function writePages(dist: string): void {
  write(join(dist, "page/index.html"), {
    title: "Needledrop",
    policy: PAGE_POLICY,
    script: "needledrop.js",
    body: "<needledrop-panel></needledrop-panel>",
  });
  write(join(dist, "demo.html"), {
    title: "Needledrop beside a timeline",
    policy: DEMO_POLICY,
    script: "demo.js",
    body: "<demo-app></demo-app>",
  });
}

function write(file: string, page: Page): void {
  writeFileSync(
    file,
    `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${page.policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="dark light" />
    <title>${page.title}</title>
    <script src="${page.script}" defer></script>
  </head>
  <body>
    ${page.body}
  </body>
</html>
`,
  );
}
