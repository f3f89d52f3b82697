import { createHash } from "node:crypto";
import type { Device } from "../../src/contract/engine.ts";
import { PLACES, type Orders } from "./orders.ts";
import type { Scene } from "./scenes.ts";

const QUERIES = 100;

/** How many queries have the same order as under Node. */
export interface DeviceRow {
  readonly device: Device;
  readonly sameFirst10: number;
  readonly sameFirst50: number;
}

/** What is the same everywhere. */
export interface OrderFigures {
  readonly queries: number;
  readonly places: number;
  /** SHA-256 of all orders under Node, by which other machines can compare theirs. */
  readonly sha256: string;
  readonly rows: readonly DeviceRow[];
}

/** A hundred texts, evenly spaced over those of the scenes. */
export function orderQueries(scenes: readonly Scene[]): readonly string[] {
  const texts = scenes.flatMap((scene) => scene.texts.map(({ text }) => text));
  const count = Math.min(QUERIES, texts.length);
  return Array.from(
    { length: count },
    (_, i) => texts[Math.floor((i * texts.length) / count)] ?? "",
  );
}

/** Compares the orders of other devices with those of Node. */
export function compareOrders(
  node: Orders,
  others: readonly { readonly device: Device; readonly orders: Orders }[],
): OrderFigures {
  const sameIn = (orders: Orders, places: number): number =>
    node.filter((ids, q) => isSame(ids.slice(0, places), (orders[q] ?? []).slice(0, places)))
      .length;
  return {
    queries: node.length,
    places: PLACES,
    sha256: createHash("sha256").update(JSON.stringify(node)).digest("hex"),
    rows: others.map(({ device, orders }) => ({
      device,
      sameFirst10: sameIn(orders, 10),
      sameFirst50: sameIn(orders, PLACES),
    })),
  };
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, i) => id === b[i]);
