import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import open from "open";
import { buildInputs } from "./build/inputs.ts";

/**
 * Opens the built demo in the default browser, and prints its address for machines without one.
 * It does not wait for the browser to close.
 */
async function main(): Promise<void> {
  const file = join(buildInputs().distFolder, "demo.html");
  if (!existsSync(file)) {
    console.error(`The demo is not built (${file}). Run \`npm run build\` first.`);
    process.exitCode = 1;
    return;
  }
  const { href } = pathToFileURL(file);
  // The opener reports only that it was started, so the address is always printed.
  console.log(`The demo is at ${href}`);
  await open(href).catch(() => {
    console.log("No browser could be opened. Open this address in one.");
  });
}

await main();
