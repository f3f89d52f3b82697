import type { Check, CheckRequest } from "../../src/contract/host-check.ts";
import type { PremiereSurroundings } from "../premiere-host.ts";
import { checkDrag, type Drags } from "./drag.ts";
import { checkFiles } from "./files.ts";
import { checkProject } from "./project.ts";
import { checkRuntime } from "./runtime.ts";
import { checkScratch } from "./scratch.ts";

/**
 * See `EditorHost.check`: what is not documented is looked up in the application itself.
 * @param drags what was dragged off the strip
 */
export async function checkHost(
  around: PremiereSurroundings,
  { scratch }: CheckRequest,
  drags: Drags,
): Promise<Check[]> {
  return [
    ...(await checkRuntime(around)),
    ...(await checkFiles(around)),
    ...(await checkProject(around)),
    await checkDrag(around.premiere, drags),
    ...(scratch ? await checkScratch(around.premiere) : []),
  ];
}
