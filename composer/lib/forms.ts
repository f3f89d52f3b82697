import { arc } from "./forms/arc.ts";
import { club } from "./forms/club.ts";
import { creep } from "./forms/creep.ts";
import { head } from "./forms/head.ts";
import { rise } from "./forms/rise.ts";
import { song } from "./forms/song.ts";
import { strains } from "./forms/strains.ts";

/** The forms of pieces. */
export const forms = { song, rise, club, head, arc, creep, strains };

export type FormName = keyof typeof forms;
