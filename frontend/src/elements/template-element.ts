/**
 * A custom element that draws itself with Lit's templates. What else LitElement does (reactive properties, reflection) would
 * cost a tenth of what a widget may weigh on a stranger's page; attributes are all the state that a page can set here.
 */
import { render, type TemplateResult } from "lit/html.js";

export abstract class TemplateElement extends HTMLElement {
  #drawing: Promise<void> | null = null;
  protected hasUpdated = false;

  protected abstract render(): TemplateResult;
  protected abstract styles: string;
  protected willUpdate(): void {}
  protected updated(): void {}

  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    // Of its own document: one that adopts the element takes the sheets of the other away.
    if (root.adoptedStyleSheets.length === 0) {
      const sheet = new (this.ownerDocument.defaultView as typeof globalThis).CSSStyleSheet();
      sheet.replaceSync(this.styles);
      root.adoptedStyleSheets = [sheet];
    }
    this.requestUpdate();
  }

  disconnectedCallback(): void {}

  attributeChangedCallback(): void {
    this.requestUpdate();
  }

  /** Draws once, however often it is asked for before. */
  requestUpdate(): void {
    this.#drawing ??= Promise.resolve().then(() => {
      this.#drawing = null;
      if (!this.shadowRoot || !this.isConnected) return;
      this.willUpdate();
      render(this.render(), this.shadowRoot);
      this.hasUpdated = true;
      this.updated();
    });
  }

  get updateComplete(): Promise<void> {
    return this.#drawing ?? Promise.resolve();
  }
}
