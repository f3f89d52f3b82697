import { writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The panel's page may run only its own scripts, a worker and WebAssembly, and has no access to the
 * network.
 */
const POLICY = {
  "default-src": "'none'",
  "script-src": "'self' blob: 'wasm-unsafe-eval'",
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data: blob:",
  "media-src": "'self' data: blob:",
  "worker-src": "blob:",
  "connect-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
};

/** The policy of the demo's page names the folder of the framed page, which inherits it. */
const DEMO_POLICY = { ...POLICY, "base-uri": "'self'" };

/** Writes `page/index.html` and `demo.html`. */
export function writePages(dist: string): void {
  writeFileSync(join(dist, "page/index.html"), panelPage());
  const body = "<demo-app></demo-app>";
  const demo = document("Needledrop beside a timeline", DEMO_POLICY, "demo.js", body);
  writeFileSync(join(dist, "demo.html"), demo);
}

/** The panel's page; with `base`, for a frame in a document in another folder. */
export function panelPage(base?: string): string {
  const policy = base === undefined ? POLICY : DEMO_POLICY;
  const body = "<needledrop-panel></needledrop-panel>";
  return document("Needledrop", policy, "needledrop.js", body, base);
}

function document(
  title: string,
  policy: Readonly<Record<string, string>>,
  script: string,
  body: string,
  base?: string,
): string {
  const rules = Object.entries(policy).map(([name, sources]) => `${name} ${sources}`);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${rules.join("; ")}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="dark light" />
    <title>${title}</title>${base === undefined ? "" : `\n    <base href="${base}" />`}
    <style>
      html,
      body {
        height: 100%;
        margin: 0;
        overflow: hidden;
      }
    </style>
    <script src="${script}" defer></script>
  </head>
  <body>
    ${body}
  </body>
</html>
`;
}
