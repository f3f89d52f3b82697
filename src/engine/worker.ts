import { expose, type Endpoint } from "comlink";
import type { Engine } from "../contract/engine.ts";
import { ENGINE_PORT } from "../contract/remote-engine.ts";
import { serveEngine } from "../contract/serve-engine.ts";
import { openWebRuntime } from "./encode/runtime-web.ts";
import { createEngine } from "./engine.ts";
import { unpacking } from "./unpacking.ts";
import { readScriptsFrom } from "./worker-scripts.ts";

// Only a page that may not start a worker sets it; a worker is its own channel.
const port = (globalThis as { [ENGINE_PORT]?: Endpoint })[ENGINE_PORT];
const engine = createEngine(openWebRuntime);
const load: Engine["load"] = (assets, ...how) => {
  readScriptsFrom(unpacking(assets));
  return engine.load(assets, ...how);
};
expose(serveEngine({ ...engine, load }), port);
