import { LitElement, html, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { MAP_KINDS, type CatalogueMap, type MapKind } from "../../../contract/map.ts";
import { isLocalResult, type SearchResult } from "../../../contract/search.ts";
import type { MapView } from "../../map/music-map.ts";
import { titleText } from "../../words/results.ts";
import { MAP, MAP_KIND_NAMES, markedRegionText, pointText } from "../../words/map.ts";
import "../failure-view.ts";
import { shared } from "../styles.ts";
import { MapHearEvent, MapMarkEvent, MapMarkingEvent, MapOpenEvent } from "./events.ts";
import "./map-canvas.ts";
import type { MapCanvas } from "./map-canvas.ts";
import { musicMapStyles } from "./music-map-styles.ts";

/** The catalogue as a picture, with what can be done to it. */
@customElement("nd-music-map")
export class MusicMapView extends LitElement {
  @property({ attribute: false }) view!: MapView;
  /** The last answer, best first. */
  @property({ attribute: false }) results: readonly SearchResult[] = [];
  @property({ attribute: false }) selected: SearchResult | null = null;
  /** Name of the theme. */
  @property() color = "";

  @state() private marking = false;
  @query("nd-map-canvas") private readonly canvas!: MapCanvas | null;

  /** What was drawn last. */
  private shown: MapView | null = null;
  private numberOf: ReadonlyMap<string, number> = new Map();
  private ranks: ReadonlyMap<number, number> = new Map();
  private lit: Uint8Array | null = null;

  static override styles = [shared, musicMapStyles];

  constructor() {
    super();
    this.addEventListener(MapMarkingEvent.type, (event) => {
      if (event instanceof MapMarkingEvent) this.marking = event.marking;
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.dispatchEvent(new MapOpenEvent());
  }

  override focus(): void {
    this.canvas?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { shown, view } = this;
    const { map, admitted, marked } = view;
    const isOther = shown?.map !== map;
    if (isOther) this.numberOf = new Map(map?.ids.map((id, t) => [id, t]));
    if (isOther || changed.has("results")) this.ranks = this.ranksOf(this.results);
    if (isOther || shown.admitted !== admitted || shown.marked !== marked) {
      this.lit = litIn(map, admitted, marked, this.numberOf);
    }
    this.shown = view;
  }

  protected override render() {
    const { map, error } = this.view;
    if (error !== null) return html`<nd-failure-view .error=${error}></nd-failure-view>`;
    return html`<section role="region" aria-label=${MAP.region} ?data-ready=${map !== null}>
      ${this.renderTools()}
      <div class="stage" aria-busy=${map === null}>
        ${map === null ? html`<p class="quiet note">${MAP.making}</p>` : this.renderMap(map)}
      </div>
      ${this.renderLegend()}
    </section>`;
  }

  private renderMap(map: CatalogueMap) {
    if (map.ids.length === 0) return html`<p class="quiet note">${MAP.empty}</p>`;
    return html`<nd-map-canvas
        .map=${map}
        .lit=${this.lit}
        .ranks=${this.ranks}
        .selected=${this.numberOf.get(this.selected?.track.id ?? "") ?? null}
        .place=${this.view.query}
        ?marking=${this.marking}
        color=${this.color}
      ></nd-map-canvas>
      ${this.renderPointed()}
      <p class="said" role="status">${this.announcement}</p>`;
  }

  /** The track under the pointer, else the selected one. */
  private renderPointed() {
    const { pointed, isHeard } = this.view;
    const shown = pointed ?? this.selected;
    if (shown === null) return nothing;
    const rank = this.rankOf(shown);
    return html`<p class="pointed" data-kind=${this.kindOf(shown)}>
      <i></i>
      <span class="line">
        ${rank === null ? nothing : html`<b class="digits">${rank}</b>`}
        <bdi><b>${titleText(shown.track.title)}</b></bdi>
        <bdi class="quiet">${shown.track.artist}</bdi>
      </span>
      <span class="quiet state"
        >${isLocalResult(shown) ? MAP_KIND_NAMES[this.kindOf(shown)] : MAP.remote}</span
      >
      <sp-icon-volume-two size="s" ?hidden=${!isHeard}></sp-icon-volume-two>
    </p>`;
  }

  private renderTools() {
    const { hears, marked } = this.view;
    return html`<div class="tools">
      <sp-action-button
        quiet
        size="s"
        ?selected=${this.marking}
        aria-pressed=${this.marking}
        label=${MAP.mark}
        title=${MAP.markHelp}
        @click=${this.mark}
        ><sp-icon-lasso-select slot="icon"></sp-icon-lasso-select
      ></sp-action-button>
      <sp-action-button
        quiet
        size="s"
        ?selected=${hears}
        aria-pressed=${hears}
        label=${MAP.hear}
        title=${MAP.hearHelp}
        @click=${() => this.dispatchEvent(new MapHearEvent(!hears))}
        ><sp-icon-volume-two slot="icon"></sp-icon-volume-two
      ></sp-action-button>
      ${
        marked === null
          ? nothing
          : html`<sp-action-button
              class="region"
              size="s"
              title=${MAP.removeRegion}
              @click=${() => this.dispatchEvent(new MapMarkEvent(null))}
              >${markedRegionText(marked.length)}<sp-icon-close slot="icon"></sp-icon-close
            ></sp-action-button>`
      }
      <span class="space"></span>
      ${this.tool(MAP.zoomOut, html`<sp-icon-zoom-out slot="icon"></sp-icon-zoom-out>`, () =>
        this.canvas?.zoom(-1),
      )}
      ${this.tool(MAP.zoomIn, html`<sp-icon-zoom-in slot="icon"></sp-icon-zoom-in>`, () =>
        this.canvas?.zoom(1),
      )}
      ${this.tool(MAP.whole, html`<sp-icon-full-screen slot="icon"></sp-icon-full-screen>`, () =>
        this.canvas?.showAll(),
      )}
    </div>`;
  }

  private tool(label: string, icon: unknown, act: () => void) {
    return html`<sp-action-button quiet size="s" label=${label} title=${label} @click=${act}
      >${icon}</sp-action-button
    >`;
  }

  private renderLegend() {
    return html`<ul class="legend" aria-label=${MAP.legend}>
      ${MAP_KINDS.map((kind) => html`<li data-kind=${kind}><i></i>${MAP_KIND_NAMES[kind]}</li>`)}
      ${
        this.view.query === null
          ? nothing
          : html`<li data-kind="query"><i></i>${MAP.description}</li>`
      }
    </ul>`;
  }

  /** What a screen reader says as the selection moves. */
  private get announcement(): string {
    const { selected } = this;
    if (selected === null) return "";
    const { marked } = this.view;
    const isMarked = marked === null ? null : marked.includes(selected.track.id);
    return pointText(selected, this.kindOf(selected), this.rankOf(selected), isMarked);
  }

  private readonly mark = (): void => {
    this.marking = !this.marking;
    this.canvas?.focus();
  };

  private rankOf({ track }: SearchResult): number | null {
    return this.ranks.get(this.numberOf.get(track.id) ?? -1) ?? null;
  }

  private kindOf({ track }: SearchResult): MapKind {
    const kind = this.view.map?.kind[this.numberOf.get(track.id) ?? -1] ?? 0;
    return MAP_KINDS[kind] ?? MAP_KINDS[0];
  }

  private ranksOf(results: readonly SearchResult[]): Map<number, number> {
    const ranks = new Map<number, number>();
    for (const { track, rank } of results.slice(0, 10)) {
      const point = this.numberOf.get(track.id);
      if (point !== undefined) ranks.set(point, rank);
    }
    return ranks;
  }
}

/** What is in full colour: what the search admits, or while none keeps to it, the marked region. */
function litIn(
  map: CatalogueMap | null,
  admitted: Uint8Array | null,
  marked: readonly string[] | null,
  numberOf: ReadonlyMap<string, number>,
): Uint8Array | null {
  if (map === null) return null;
  if (admitted?.length === map.ids.length) return admitted;
  if (marked === null) return null;
  const lit = new Uint8Array(map.ids.length);
  for (const id of marked) lit[numberOf.get(id) ?? lit.length] = 1;
  return lit;
}
