import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { TrackTag } from "../../../contract/cue-sheet.ts";
import type { KeptView } from "../../kept/kept-view.ts";
import { KEPT } from "../../words/kept.ts";
import { shared } from "../styles.ts";
import "./collection-form.ts";
import type { NamedEvent } from "./collection-form.ts";
import { KeptEvent } from "./events.ts";

/** Chooses the collections that a track is in. */
@customElement("nd-collect")
export class CollectView extends LitElement {
  @property({ attribute: false }) tag!: TrackTag;
  @property({ attribute: false }) kept!: KeptView;

  static override styles = [
    shared,
    css`
      ul {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 2px;
        margin: 6px 0;
        padding: 0;
        list-style: none;
      }
      label {
        display: flex;
        gap: 8px;
        align-items: center;
        min-block-size: 24px;
      }
      input {
        flex: none;
        margin: 0;
        accent-color: var(--nd-best);
      }
      nd-collection-form {
        margin-inline: -8px;
      }
    `,
  ];

  override focus(): void {
    const first = this.renderRoot.querySelector<HTMLElement>("li input, nd-collection-form");
    first?.focus();
  }

  protected override render() {
    const { choices, project } = this.kept;
    const { title, artist } = this.tag;
    return html`<p class="line"><b>${title}</b> <span class="quiet">${artist}</span></p>
      ${
        choices.length === 0
          ? html`<p class="quiet">${KEPT.noCollections}</p>`
          : html`<ul>
              ${choices.map(
                ({ collection, name, isIn }) =>
                  html`<li>
                    <label>
                      <input
                        type="checkbox"
                        .checked=${isIn}
                        @change=${({ target }: Event) =>
                          this.put(collection.id, (target as HTMLInputElement).checked)}
                      />
                      <span class="line">${name}</span>
                    </label>
                  </li>`,
              )}
            </ul>`
      }
      <nd-collection-form
        .project=${project}
        .isPassing=${false}
        @nd-named=${({ name, forProject }: NamedEvent) => {
          if (name !== "")
            this.dispatchEvent(new KeptEvent({ do: "make", name, forProject, tag: this.tag }));
        }}
      ></nd-collection-form>`;
  }

  private put(collection: string, isIn: boolean): void {
    this.dispatchEvent(new KeptEvent({ do: "collect", collection, tag: this.tag, isIn }));
  }
}
