/** Opens a page somewhere else; false where that was not allowed. */
export type OpenTab = (page: string) => boolean;

/** A new tab that gets no handle on this one, and only while a click of the person still counts. */
export const openTab: OpenTab = (page) => {
  if (!navigator.userActivation.isActive) return false;
  window.open(page, "_blank", "noopener,noreferrer");
  return true;
};
