import type { Locator } from "playwright-core";

/** As much of the panel's inside as another licence needs. */
type PanelElement = HTMLElement & {
  readonly model: { readonly session: { state: { readonly info: object } } };
  requestUpdate(): void;
};

/** Lets the engine have loaded a pack under `packLicence`: what ships is under one that permits all. */
export async function putPackUnder(panel: Locator, packLicence: string): Promise<void> {
  await panel.evaluate((element, licence) => {
    const panel = element as PanelElement;
    const { session } = panel.model;
    session.state = { ...session.state, info: { ...session.state.info, packLicence: licence } };
    panel.requestUpdate();
  }, packLicence);
}
