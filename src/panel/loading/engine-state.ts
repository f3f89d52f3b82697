import type { Device, EngineInfo, LoadStage } from "../../contract/engine.ts";
import type { NeedledropError } from "../../contract/errors.ts";
import type { OpenedEngine } from "./bundled-engine.ts";

/** How the engine fares. */
export type EngineState =
  | {
      readonly name: "loading";
      readonly stage: LoadStage;
      /** 0 to 1. */
      readonly done: number;
      readonly read: number;
      readonly total: number;
    }
  | {
      readonly name: "ready";
      readonly info: EngineInfo;
      /** Why it runs on WebAssembly, if WebGPU was wished for; left out otherwise. */
      readonly fellBack?: NeedledropError;
    }
  | { readonly name: "failed"; readonly error: NeedledropError };

/** What a session may be told; tests tell it. */
export interface SessionOptions {
  /** The device that the editor wishes for. Never rejects. */
  readonly device?: () => Promise<Device>;
  /** Prepares an engine before it is used. Never rejects. */
  readonly prepare?: (engine: OpenedEngine["engine"]) => Promise<void>;
  /** A clock in milliseconds. */
  readonly now?: () => number;
}
