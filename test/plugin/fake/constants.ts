import type { Constants } from "@adobe/premierepro";

type Names<T> = Partial<Record<keyof T, string>>;
type Numbers<T> = Partial<Record<keyof T, number>>;

/** Events have names at run time, whatever the types number them as. */
export const EVENTS = {
  ProjectEvent: {
    ACTIVATED: "project-activated",
    CLOSED: "project-closed",
    PROJECT_ITEM_SELECTION_CHANGED: "project-item-selection-changed",
  } satisfies Names<typeof Constants.ProjectEvent>,
  SequenceEvent: {
    ACTIVATED: "sequence-activated",
    CLOSED: "sequence-closed",
    SELECTION_CHANGED: "sequence-selection-changed",
  } satisfies Names<typeof Constants.SequenceEvent>,
};

export const MEDIA_TYPE = { ANY: 0, DATA: 1, VIDEO: 2, AUDIO: 3 } satisfies Numbers<
  typeof Constants.MediaType
>;

export const TRACK_ITEM_TYPE = { EMPTY: 0, CLIP: 1, TRANSITION: 2 } satisfies Numbers<
  typeof Constants.TrackItemType
>;

export const PROPERTY_TYPE = { PERSISTENT: 0, NON_PERSISTENT: 1 } satisfies Numbers<
  typeof Constants.PropertyType
>;

/** `Constants` of the imitation. */
export const CONSTANTS = {
  ...EVENTS,
  MediaType: MEDIA_TYPE,
  PropertyType: PROPERTY_TYPE,
  TrackItemType: TRACK_ITEM_TYPE,
};
