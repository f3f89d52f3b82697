import { expose, type Endpoint } from "comlink";
import { ENGINE_PORT, serveEngine } from "../contract/engine-worker.ts";
import { openWebRuntime } from "./encode/runtime-web.ts";
import { createEngine } from "./engine.ts";

// Only a page that may not start a worker sets it; a worker is its own channel.
const port = (globalThis as { [ENGINE_PORT]?: Endpoint })[ENGINE_PORT];
expose(serveEngine(createEngine(openWebRuntime)), port);
