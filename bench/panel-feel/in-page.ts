import type { Engine } from "../../src/contract/engine.ts";
import type { SearchResult } from "../../src/contract/search.ts";

/** What was measured in the page, in milliseconds. */
export interface Feel {
  /** In the index. */
  readonly tracks: number;
  /** From Enter until the list has been painted. */
  readonly lists: readonly number[];
  /** What the engine says that it took of that. */
  readonly searches: readonly number[];
  /** From Space until the audio moves. */
  readonly sounds: readonly number[];
  /** From one frame to the next while the list scrolls. */
  readonly frames: readonly number[];
}

/** What the measurement reaches for in the panel's element. */
interface Insides extends HTMLElement {
  readonly model: {
    readonly view: {
      readonly search: {
        readonly answer: { readonly ms: { encode: number; search: number } } | null;
      };
    };
    readonly parts: {
      readonly session: {
        readonly opened: Promise<{ engine: Engine; info: { readonly tracks: number } }>;
      };
      readonly flow: { change(wishes: object): Promise<void> };
    };
  };
  readonly media: HTMLAudioElement;
}

/** Runs in the page, so it stands alone. */
export async function feelOf(element: Element, rows: number): Promise<Feel> {
  const queries = [
    "a tense chase through rain-soaked streets at night",
    "slow piano for a quiet morning",
    "upbeat indie pop with hand claps for a product launch",
    "80s",
  ];
  const runs = 24;
  const steps = 300;
  const panel = element as Insides;
  const root = panel.shadowRoot;
  if (root === null) throw new Error("The panel has not been drawn.");
  const { engine, info } = await panel.model.parts.session.opened;
  const painted = (): Promise<number> =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        // After the frame that this one draws.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      }),
    );
  const listOf = (): HTMLElement | null => root.querySelector("nd-result-list");
  const firstRow = (): string =>
    listOf()?.shadowRoot?.querySelector('[aria-posinset="1"]')?.getAttribute("data-track") ?? "";
  const press = (key: string): void => {
    const target = listOf()?.shadowRoot?.querySelector('[aria-selected="true"]') ?? panel;
    target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
  };
  const box = (): HTMLTextAreaElement => {
    const found = root.querySelector("nd-search-box")?.shadowRoot?.querySelector("sp-textfield");
    const area =
      found?.shadowRoot?.querySelector("textarea") ??
      root.querySelector("nd-search-box")?.shadowRoot?.querySelector("textarea");
    if (area === null || area === undefined) throw new Error("There is no box.");
    return area;
  };
  const lists: number[] = [];
  const searches: number[] = [];
  await panel.model.parts.flow.change({ filters: { playable: true } });
  for (let run = -4; run < runs; run += 1) {
    const query = queries[(run + 4) % queries.length] ?? "";
    const before = panel.model.view.search.answer;
    const area = box();
    area.value = query;
    area.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    const begun = performance.now();
    area.dispatchEvent(
      new KeyboardEvent("keydown", { key: "Enter", bubbles: true, composed: true }),
    );
    while (panel.model.view.search.answer === before) await painted();
    const drawn = await painted();
    const ms = panel.model.view.search.answer?.ms;
    if (run < 0 || ms === undefined) continue;
    lists.push(drawn - begun);
    searches.push(ms.encode + ms.search);
  }
  const sounds: number[] = [];
  for (let run = 0; run < 8; run += 1) {
    press("ArrowDown");
    // What an editor takes to look at a row.
    await new Promise((resolve) => setTimeout(resolve, 400));
    const { media } = panel;
    const from = media.currentTime;
    const begun = performance.now();
    press(" ");
    while (media.paused || media.currentTime <= from)
      await new Promise((resolve) => setTimeout(resolve, 1));
    sounds.push(performance.now() - begun);
    press(" ");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const { search, peaks } = {
    search: engine.search.bind(engine),
    peaks: engine.peaks.bind(engine),
  };
  let base: readonly SearchResult[] = [];
  const at = (place: number): SearchResult => {
    const one = base[place % base.length];
    if (one === undefined) throw new Error("Nothing was found.");
    return { ...one, rank: place + 1, track: { ...one.track, id: `${one.track.id}#${place}` } };
  };
  engine.search = async (request) => {
    const answer = await search(request);
    base = answer.results;
    return { ...answer, total: rows, results: base.map((_, place) => at(place)) };
  };
  engine.results = (_, from, count) =>
    Promise.resolve(Array.from({ length: count }, (__, more) => at(from + more)));
  engine.peaks = (id) => peaks(id.replace(/#\d+$/, ""));
  await panel.model.parts.flow.change({ description: `${queries[0] ?? ""} again` });
  await painted();
  const list = listOf();
  list?.shadowRoot?.querySelector<HTMLElement>(".more")?.click();
  await painted();
  if (list === null || firstRow() === "") throw new Error("There is no list.");
  const frames: number[] = [];
  let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
  for (let step = 0; step < steps; step += 1) {
    // A flick of the wheel in every frame, and now and then a jump by the scroll bar.
    if (step % 30 === 29) list.scrollTop = (list.scrollHeight * ((step * 7) % steps)) / steps;
    else list.scrollTop += 240;
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    frames.push(now - last);
    last = now;
  }
  return { tracks: info.tracks, lists, searches, sounds, frames };
}
