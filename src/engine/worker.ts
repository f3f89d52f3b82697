import { expose } from "comlink";
import { serveEngine } from "../contract/engine-worker.ts";
import { openWebRuntime } from "./encode/runtime-web.ts";
import { createEngine } from "./engine.ts";

expose(serveEngine(createEngine(openWebRuntime)));
