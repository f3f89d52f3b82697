import { MEDIA } from "./media-web.ts";
import { openMedia } from "./media.ts";

// The engine's worker runs this script when it first hears a file.
Object.assign(globalThis, { [MEDIA]: openMedia });
