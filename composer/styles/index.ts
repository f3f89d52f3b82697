import { african } from "./african.ts";
import { ambientDrone } from "./ambient-drone.ts";
import { bluegrass } from "./bluegrass.ts";
import { blues } from "./blues.ts";
import { bossaNova } from "./bossa-nova.ts";
import { celtic } from "./celtic.ts";
import { childrensSong } from "./childrens-song.ts";
import { chiptune } from "./chiptune.ts";
import { churchHymn } from "./church-hymn.ts";
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
import { holiday } from "./holiday.ts";
import { horror } from "./horror.ts";
import { house } from "./house.ts";
import { indian } from "./indian.ts";
import { indieFolk } from "./indie-folk.ts";
import { jazzSwing } from "./jazz-swing.ts";
import { latinSalsa } from "./latin-salsa.ts";
import { loFi } from "./lo-fi.ts";
import { lullaby } from "./lullaby.ts";
import { march } from "./march.ts";
import { medieval } from "./medieval.ts";
import { middleEastern } from "./middle-eastern.ts";
import { mysteryNoir } from "./mystery-noir.ts";
import { naturePastoral } from "./nature-pastoral.ts";
import { neoclassicalStrings } from "./neoclassical-strings.ts";
import { newsBed } from "./news-bed.ts";
import { pianoBallad } from "./piano-ballad.ts";
import { polka } from "./polka.ts";
import { punk } from "./punk.ts";
import { reggae } from "./reggae.ts";
import { rock } from "./rock.ts";
import { silentFilm } from "./silent-film.ts";
import { ska } from "./ska.ts";
import { soulBallad } from "./soul-ballad.ts";
import { synthwave } from "./synthwave.ts";
import { tango } from "./tango.ts";
import { techMinimal } from "./tech-minimal.ts";
import { techno } from "./techno.ts";
import { tensionBed } from "./tension-bed.ts";
import { trailerPercussion } from "./trailer-percussion.ts";
import { trance } from "./trance.ts";
import { trap } from "./trap.ts";
import { ukuleleAdvertising } from "./ukulele-advertising.ts";
import { waltz } from "./waltz.ts";
import type { Style } from "../lib/style.ts";

/** The composer's styles. */
export const styles: readonly Style[] = [
  african,
  ambientDrone,
  bluegrass,
  blues,
  bossaNova,
  celtic,
  childrensSong,
  chiptune,
  churchHymn,
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
  holiday,
  horror,
  house,
  indian,
  indieFolk,
  jazzSwing,
  latinSalsa,
  loFi,
  lullaby,
  march,
  medieval,
  middleEastern,
  mysteryNoir,
  naturePastoral,
  neoclassicalStrings,
  newsBed,
  pianoBallad,
  polka,
  punk,
  reggae,
  rock,
  silentFilm,
  ska,
  soulBallad,
  synthwave,
  tango,
  techMinimal,
  techno,
  tensionBed,
  trailerPercussion,
  trance,
  trap,
  ukuleleAdvertising,
  waltz,
];

/** The style with this name, or undefined. Case is ignored, and hyphens count as spaces. */
export function styleNamed(name: string): Style | undefined {
  const plain = (text: string): string => text.toLowerCase().replaceAll("-", " ").trim();
  return styles.find((style) => plain(style.name) === plain(name));
}
