import { expect, it } from "vitest";
import { ordersOf } from "../../../tools/evaluate/orders.ts";
import { compareOrders, orderQueries } from "../../../tools/evaluate/same-order.ts";
import { readScenes } from "../../../tools/evaluate/scenes.ts";
import { track } from "../../engine/toy.ts";
import { answering } from "./answering.ts";

it("an order is the same if every place is, and a fingerprint tells orders apart", () => {
  const ids = Array.from({ length: 50 }, (_, i) => `t${i}`);
  const late = [...ids.slice(0, 48), "t49", "t48"];
  const early = ["t1", "t0", ...ids.slice(2)];
  const found = compareOrders([ids, ids, ids], [{ device: "wasm", orders: [ids, late, early] }]);
  expect(found.rows).toEqual([{ device: "wasm", sameFirst10: 2, sameFirst50: 1 }]);
  expect(compareOrders([ids, ids, late], []).sha256).not.toBe(found.sha256);
});

it("an order with tracks missing is another", () => {
  const [row] = compareOrders([["a", "b"]], [{ device: "webgpu", orders: [] }]).rows;
  expect(row).toEqual({ device: "webgpu", sameFirst10: 0, sameFirst50: 0 });
});

it("a hundred different texts of all kinds of scenes are searched for", async () => {
  const scenes = await readScenes();
  const queries = orderQueries(scenes);
  expect(new Set(queries).size).toBe(100);
  for (const { kind } of scenes) {
    const texts = scenes.filter((scene) => scene.kind === kind).flatMap((scene) => scene.texts);
    expect(texts.some(({ text }) => queries.includes(text))).toBe(true);
  }
});

it("fifty places are compared", async () => {
  const many = Array.from({ length: 60 }, (_, i) => track(`t${i}`));
  const [order] = await ordersOf(
    answering(() => many),
    ["anything"],
  );
  expect(order).toHaveLength(50);
});
