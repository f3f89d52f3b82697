import { ambientDrone } from "./ambient-drone.ts";
import { bluegrass } from "./bluegrass.ts";
import { blues } from "./blues.ts";
import { bossaNova } from "./bossa-nova.ts";
import { celtic } from "./celtic.ts";
import { chiptune } from "./chiptune.ts";
import { cinematicEpic } from "./cinematic-epic.ts";
import { comedyPizzicato } from "./comedy-pizzicato.ts";
import { corporateUplifting } from "./corporate-uplifting.ts";
import { country } from "./country.ts";
import { disco } from "./disco.ts";
import { drumAndBass } from "./drum-and-bass.ts";
import { eastAsian } from "./east-asian.ts";
import { forestMeditation } from "./forest-meditation.ts";
import { funk } from "./funk.ts";
import { fusionJazz } from "./fusion-jazz.ts";
import { hardRock } from "./hard-rock.ts";
import { hipHop } from "./hip-hop.ts";
import { horror } from "./horror.ts";
import { house } from "./house.ts";
import { indieFolk } from "./indie-folk.ts";
import { jazzSwing } from "./jazz-swing.ts";
import { loFi } from "./lo-fi.ts";
import { march } from "./march.ts";
import { middleEastern } from "./middle-eastern.ts";
import { neoclassicalStrings } from "./neoclassical-strings.ts";
import { pianoBallad } from "./piano-ballad.ts";
import { reggae } from "./reggae.ts";
import { rock } from "./rock.ts";
import { silentFilm } from "./silent-film.ts";
import { synthwave } from "./synthwave.ts";
import { techno } from "./techno.ts";
import { tensionBed } from "./tension-bed.ts";
import { ukuleleAdvertising } from "./ukulele-advertising.ts";
import { waltz } from "./waltz.ts";
import type { Style } from "../lib/style.ts";

/** Every style the composer writes in. */
export const styles: readonly Style[] = [
  ambientDrone,
  bluegrass,
  blues,
  bossaNova,
  celtic,
  chiptune,
  cinematicEpic,
  comedyPizzicato,
  corporateUplifting,
  country,
  disco,
  drumAndBass,
  eastAsian,
  forestMeditation,
  funk,
  fusionJazz,
  hardRock,
  hipHop,
  horror,
  house,
  indieFolk,
  jazzSwing,
  loFi,
  march,
  middleEastern,
  neoclassicalStrings,
  pianoBallad,
  reggae,
  rock,
  silentFilm,
  synthwave,
  techno,
  tensionBed,
  ukuleleAdvertising,
  waltz,
];

/** The style of that name, or undefined. Names are matched without regard to case, hyphens count as blanks. */
export function styleNamed(name: string): Style | undefined {
  const plain = (text: string): string => text.toLowerCase().replaceAll("-", " ").trim();
  return styles.find((style) => plain(style.name) === plain(name));
}
