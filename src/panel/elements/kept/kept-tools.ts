import { LitElement, css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Collection } from "../../../contract/kept.ts";
import type { KeptRequest } from "../../kept/requests.ts";
import type { KeptView } from "../../kept/kept-view.ts";
import { KEPT } from "../../words/kept.ts";
import { shared } from "../styles.ts";
import "./collection-form.ts";
import type { NamedEvent } from "./collection-form.ts";
import { KeptEvent } from "./events.ts";

/** What can be done with the open list as a whole. */
@customElement("nd-kept-tools")
export class KeptTools extends LitElement {
  @property({ attribute: false }) kept!: KeptView;

  @state() private isRenaming = false;

  static override styles = [
    shared,
    css`
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 4px;
        align-items: center;
        padding-block: 2px;
        border-block-end: 1px solid var(--spectrum-gray-200);
      }
    `,
  ];

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get("kept") as KeptView | undefined;
    if (before !== undefined && before.shown !== this.kept.shown) this.isRenaming = false;
  }

  protected override render() {
    const { collection, rows, selectedAt, isEmpty, shown } = this.kept;
    if (this.isRenaming && collection !== null) return this.renderRename(collection);
    const selected = selectedAt === null ? null : rows.at(selectedAt);
    return html`<div class="tools">
      ${this.button(KEPT.search, KEPT.searchHelp, { do: "search" }, rows.count === 0)}
      ${this.button(KEPT.credits, KEPT.creditsHelp, { do: "credits" }, isEmpty)}
      ${
        shown === "used"
          ? nothing
          : this.button(
              KEPT.removeTrack,
              KEPT.removeTrackHelp,
              { do: "remove", trackId: selected?.result.track.id ?? "" },
              selected === null,
            )
      }
      ${collection === null ? nothing : this.renderForCollection(collection)}
    </div>`;
  }

  private renderForCollection({ id }: Collection) {
    return html`
      <sp-action-button quiet size="s" @click=${() => (this.isRenaming = true)}
        >${KEPT.rename}</sp-action-button
      >
      ${this.button(KEPT.delete, KEPT.deleteHelp, { do: "delete", collection: id })}
      ${this.button(KEPT.exportThis, KEPT.exportThisHelp, { do: "export", all: false })}
    `;
  }

  private renderRename({ id, name, project }: Collection) {
    return html`<nd-collection-form
      .name=${name}
      .action=${KEPT.save}
      .project=${this.kept.project ?? project}
      .forProject=${project !== null}
      @nd-named=${({ name: named, forProject }: NamedEvent) => {
        this.isRenaming = false;
        if (named !== "") this.ask({ do: "change", collection: id, name: named, forProject });
      }}
    ></nd-collection-form>`;
  }

  private button(text: string, help: string, request: KeptRequest, disabled = false) {
    return html`<sp-action-button
      quiet
      size="s"
      title=${help}
      ?disabled=${disabled}
      @click=${() => this.ask(request)}
      >${text}</sp-action-button
    >`;
  }

  private ask(request: KeptRequest): void {
    this.dispatchEvent(new KeptEvent(request));
  }
}
