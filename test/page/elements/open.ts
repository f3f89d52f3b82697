import { join } from "node:path";
import { pathToFileURL } from "node:url";
import open from "open";
import { buildInputs } from "../../../tools/build/inputs.ts";
import { buildElements } from "./build.ts";

/** `npm run elements`: builds the page that shows every element in every state, and opens it. */
const { href } = pathToFileURL(await buildElements(join(buildInputs().distFolder, "elements")));
console.log(`The elements are at ${href}`);
await open(href).catch(() => {
  console.log("No browser could be opened. Open this address in one.");
});
