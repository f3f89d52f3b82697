/** Makes `dist/needledrop.ccx` from webpack's output: `npm run package`. */
import { statSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT, buildInputs } from "./build/inputs.ts";
import { packagePlugin } from "./package/package-plugin.ts";

const dist = buildInputs().distFolder;
const file = packagePlugin({ root: ROOT, dist });
const megabytes = (statSync(file).size / 1e6).toFixed(1);
console.log(`${relative(process.cwd(), file)}: ${megabytes} MB`);
console.log(`Load unpacked from ${relative(process.cwd(), join(dist, "plugin"))}.`);
