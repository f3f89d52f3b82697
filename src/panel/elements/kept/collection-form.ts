import { LitElement, css, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { COLLECTION_NAME_LIMIT } from "../../../contract/kept.ts";
import type { Project } from "../../../contract/place.ts";
import { KEPT } from "../../words/kept.ts";
import { shared } from "../styles.ts";

/** A collection was named; an empty name: it was not. */
export class NamedEvent extends Event {
  static readonly type = "nd-named";
  constructor(
    readonly name: string,
    readonly forProject: boolean,
  ) {
    super(NamedEvent.type);
  }
}

/** Names a collection, a new one or an old one, and says where it belongs. */
@customElement("nd-collection-form")
export class CollectionForm extends LitElement {
  @property() name = "";
  /** What the button says. */
  @property() action: string = KEPT.create;
  /** The open project, to which it may belong; null: it belongs to all. */
  @property({ attribute: false }) project: Project | null = null;
  @property({ type: Boolean }) forProject = true;
  /** Whether it takes the focus when it comes, and can be put away again. */
  @property({ type: Boolean }) isPassing = true;

  @query("[name=name]") private readonly nameField!: HTMLInputElement;
  @query("[name=project]") private readonly projectBox!: HTMLInputElement | null;

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 6px 8px;
        align-items: center;
        padding: 6px 8px;
      }
      input[name="name"] {
        flex: 1;
        min-inline-size: 120px;
        block-size: 24px;
        padding: 0 8px;
        border: 1px solid var(--spectrum-gray-500);
        border-radius: 4px;
        background: var(--spectrum-gray-50);
        color: inherit;
        font: inherit;
      }
      label {
        display: flex;
        gap: 6px;
        align-items: center;
      }
      input[type="checkbox"] {
        margin: 0;
        accent-color: var(--nd-best);
      }
    `,
  ];

  protected override firstUpdated(): void {
    if (!this.isPassing) return;
    this.nameField.focus();
    this.nameField.select();
  }

  override focus(): void {
    this.nameField.focus();
  }

  protected override render() {
    return html`<form @submit=${this.submitted} @keydown=${this.pressed}>
      <input
        name="name"
        type="text"
        autocomplete="off"
        required
        maxlength=${COLLECTION_NAME_LIMIT}
        aria-label=${KEPT.name}
        placeholder=${KEPT.name}
        .value=${this.name}
      />
      ${
        this.project === null
          ? nothing
          : html`<label title=${KEPT.forProjectHelp}>
              <input name="project" type="checkbox" .checked=${this.forProject} />
              ${KEPT.forProject}
            </label>`
      }
      <sp-action-button size="s" @click=${this.submitted}>${this.action}</sp-action-button>
      ${
        this.isPassing
          ? html`<sp-action-button quiet size="s" @click=${() => this.end("")}
              >${KEPT.cancel}</sp-action-button
            >`
          : nothing
      }
    </form>`;
  }

  private readonly submitted = (event: Event): void => {
    event.preventDefault();
    const name = this.nameField.value.trim();
    if (name === "") this.nameField.focus();
    else this.end(name);
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    // What is typed here is no key of the panel, and Enter is none of the description's.
    event.stopPropagation();
    if (event.key === "Enter" && event.target === this.nameField) this.submitted(event);
    if (event.key === "Escape" && this.isPassing) {
      event.preventDefault();
      this.end("");
    }
  };

  private end(name: string): void {
    if (!this.isPassing) this.nameField.value = "";
    this.dispatchEvent(new NamedEvent(name, this.projectBox?.checked ?? false));
  }
}
