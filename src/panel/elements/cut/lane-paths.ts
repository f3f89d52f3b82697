import type { Section } from "../../../contract/track.ts";
import type { LanePoint } from "../../cut/energy-lane.ts";

/** Width and height of the lane's own units; it is stretched to the room that there is. */
export const LANE = { width: 1000, height: 40 } as const;

/** Where a time of the sequence lies in the lane. */
export const laneX = (at: number, { start, end }: Section): number =>
  Math.round((LANE.width * (at - start)) / (end - start));

/** Upright lines at these times, from one height to another. Those that fall together are one. */
export function tickPath(
  times: readonly number[],
  span: Section,
  from: number,
  to: number,
): string {
  const places = new Set(times.map((at) => laneX(at, span)));
  return [...places].map((x) => `M${x} ${from}V${to}`).join("");
}

/** The curve as an area on the lower edge. */
export function areaPath(curve: readonly LanePoint[], { start, end }: Section): string {
  const points = curve.map(({ at, level }) => {
    const x = (LANE.width * at) / (end - start);
    return `${x.toFixed(1)} ${(LANE.height * (1 - 0.85 * level)).toFixed(1)}`;
  });
  const [first, last] = [curve[0], curve.at(-1)];
  if (first === undefined || last === undefined) return "";
  const x = (at: number): string => ((LANE.width * at) / (end - start)).toFixed(1);
  return `M${x(first.at)} ${LANE.height}L${points.join("L")}L${x(last.at)} ${LANE.height}Z`;
}

/** The cut nearest to a place in the lane, 0 to 1; null where none is within `reach`, as a share. */
export function nearestCut(
  cuts: readonly number[],
  { start, end }: Section,
  place: number,
  reach: number,
): number | null {
  const time = start + place * (end - start);
  const nearest = cuts.reduce<number | null>(
    (best, at) => (best === null || Math.abs(at - time) < Math.abs(best - time) ? at : best),
    null,
  );
  const isNear = nearest !== null && Math.abs(nearest - time) <= reach * (end - start);
  return isNear ? nearest : null;
}
