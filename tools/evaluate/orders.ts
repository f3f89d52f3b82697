import type { Searcher } from "../../src/engine/query/search.ts";

/** Places that are compared. */
export const PLACES = 50;

/** Ids of the first tracks for each query, [queries][places]. */
export type Orders = readonly (readonly string[])[];

/** The order of the first tracks for each query. */
export async function ordersOf(
  searcher: Pick<Searcher, "search">,
  queries: readonly string[],
): Promise<Orders> {
  const orders: string[][] = [];
  for (const query of queries) {
    const { results } = await searcher.search({ query, limit: PLACES });
    orders.push(results.map(({ track }) => track.id));
  }
  return orders;
}
