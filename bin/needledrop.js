#!/usr/bin/env node
import { existsSync } from "node:fs";

// A checkout has the source, which tsx runs as it stands; the package has what was built from it.
const isCheckout = existsSync(new URL("../src/cli/main.ts", import.meta.url));
if (isCheckout) (await import("tsx/esm/api")).register();
const program = isCheckout ? "../src/cli/main.ts" : "../dist/cli/main.js";
const { main } = await import(program);
process.exitCode = await main(process.argv.slice(2));
