import { TRANSFORMERS } from "./transformers.ts";
import * as library from "./transformers-web.js";

// The engine's worker runs this script when a CLAP pack or a captioner is first needed.
Object.assign(globalThis, { [TRANSFORMERS]: library });
