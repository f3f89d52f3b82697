import type { Picture } from "../../contract/sight.ts";
import { colourOf, type Colour } from "./colour.ts";
import { daylightFigures, daylightOf, type Daylight } from "./daylight.ts";
import { isCard, lightOf, type Light } from "./light.ts";
import { motionOf, type Motion } from "./motion.ts";
import { viewOf, type View } from "./view.ts";

/** What was measured of one picture. */
export interface Figures {
  readonly light: Light;
  readonly colour: Colour;
  /** How plain each light of the day is, 0 to 1. */
  readonly daylight: Readonly<Record<Daylight, number>>;
  /** From this picture to the next one of its clip, or from the one before; null: not known. */
  readonly motion: Motion | null;
}

/** Pictures of a clip that are further apart than that, in seconds, do not show motion. */
const TOGETHER = 0.35;

/**
 * Measures pictures of a scene.
 * @returns for each picture its figures; null for cards in one colour and for transparent pictures,
 * which show nothing
 */
export function figuresOf(pictures: readonly Picture[]): (Figures | null)[] {
  const views = pictures.map((picture) => {
    const view = viewOf(picture);
    return isCard(view) ? null : view;
  });
  const motions = motionsOf(pictures, views);
  return views.map((view, index) => {
    const light = view && lightOf(view);
    const colour = view && colourOf(view);
    if (view === null || light === null || colour === null) return null;
    const daylight = daylightOf(daylightFigures(view, light, colour));
    return { light, colour, daylight, motion: motions[index] ?? null };
  });
}

/** Motion of each picture that has a neighbour in its clip; the faster of two. */
function motionsOf(
  pictures: readonly Picture[],
  views: readonly (View | null)[],
): (Motion | null)[] {
  const motions = pictures.map((): Motion | null => null);
  const order = [...pictures.entries()].sort(([, one], [, other]) => one.at - other.at);
  for (const clip of new Set(pictures.map((picture) => picture.clip))) {
    const ofClip = order.filter(([, picture]) => picture.clip === clip);
    for (const [place, [index, picture]] of ofClip.entries()) {
      const [next, following] = ofClip[place + 1] ?? [];
      const [before, after] = [views[index], next === undefined ? null : views[next]];
      if (next === undefined || following === undefined || !before || !after) continue;
      const seconds = following.at - picture.at;
      if (seconds <= 0 || seconds > TOGETHER) continue;
      const motion = motionOf(before, after, seconds);
      for (const at of [index, next]) motions[at] = faster(motions[at] ?? null, motion);
    }
  }
  return motions;
}

function faster(one: Motion | null, other: Motion | null): Motion | null {
  if (one === null || other === null) return one ?? other;
  return other.speed > one.speed ? other : one;
}
