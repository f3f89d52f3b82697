import type { Locator } from "playwright-core";

/** As much of the panel's inside as another licence needs. */
type PanelElement = HTMLElement & {
  readonly model: { readonly parts: { readonly session: Session } };
};
interface Session {
  readonly state: { readonly info: object };
  enter(state: object): void;
}

/** Lets the engine have loaded a pack under `packLicence`: what ships is under one that permits all. */
export async function putPackUnder(panel: Locator, packLicence: string): Promise<void> {
  await panel.evaluate((element, licence) => {
    const { session } = (element as PanelElement).model.parts;
    session.enter({ ...session.state, info: { ...session.state.info, packLicence: licence } });
  }, packLicence);
}
