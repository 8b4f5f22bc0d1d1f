/** A box to type a place or a film into, with suggestions: the ARIA pattern "combobox with list"; what is typed stays here. */
import { html, nothing, type TemplateResult } from "lit/html.js";

/** Typing rests this long before anybody is asked. */
const PAUSE_MS = 250;

interface Host {
  requestUpdate: () => void;
}

export interface Option {
  name: string;
  context: string;
  choose: () => void;
}

/** Gives the options for what is typed; `isFinal` where the reader says that it is typed to its end. */
export type Suggest = (typed: string, isFinal: boolean) => Promise<Option[]>;

export class SearchBox {
  #host: Host;
  #suggest: Suggest;
  #options: Option[] = [];
  #active = -1;
  #isOpen = false;
  #typed = "";
  #input: HTMLInputElement | null = null;
  #turn = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host, suggest: Suggest) {
    this.#host = host;
    this.#suggest = suggest;
  }

  render(label: string, noneFound: string): TemplateResult {
    const isEmpty = this.#isOpen && this.#options.length === 0;
    return html`<div class="search" @focusout=${this.#left}>
      <input type="search" role="combobox" autocomplete="off" spellcheck="false" enterkeyhint="search"
        aria-label=${label} placeholder=${label} aria-autocomplete="list" aria-controls="options"
        aria-expanded=${this.#isOpen && !isEmpty} aria-activedescendant=${this.#active < 0 ? nothing : `option-${this.#active}`}
        @input=${this.#type} @keydown=${this.#key} @focus=${this.#focus} />
      <ul id="options" role="listbox" tabindex="-1" aria-label=${label} ?hidden=${!this.#isOpen || isEmpty}>
        ${this.#options.map(
          (
            { name, context },
            place,
          ) => html`<li id="option-${place}" role="option" aria-selected=${place === this.#active}
            @mousedown=${(event: Event) => event.preventDefault()} @click=${() => this.#choose(place)}
          ><b>${name}</b> <span>${context}</span></li>`,
        )}
      </ul>
      <p class="hint" role="status">${isEmpty && this.#typed ? noneFound : nothing}</p>
    </div>`;
  }

  #type = (event: Event): void => {
    this.#input = event.target as HTMLInputElement;
    this.#typed = this.#input.value.trim();
    // What was suggested for other letters must not be chosen for these.
    this.#options = [];
    this.#close();
    this.#pause = setTimeout(() => void this.#look(false), PAUSE_MS);
  };

  #focus = (event: Event): void => {
    this.#input = event.target as HTMLInputElement;
    if (!this.#input.value) void this.#look(false);
  };

  #left = (): void => this.#close();

  async #look(isFinal: boolean): Promise<void> {
    const turn = ++this.#turn;
    const options = await this.#suggest(this.#typed, isFinal);
    if (turn !== this.#turn) return;
    this.#options = options;
    this.#isOpen = true;
    this.#active = -1;
    this.#host.requestUpdate();
  }

  #key = (event: KeyboardEvent): void => {
    const count = this.#options.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && count) {
      event.preventDefault();
      this.#isOpen = true;
      this.#active = (this.#active + step + count + (this.#active < 0 && step < 0 ? 1 : 0)) % count;
    } else if (event.key === "Enter") {
      event.preventDefault();
      void this.#enter();
    } else if (event.key === "Escape") {
      this.#close();
    }
    this.#host.requestUpdate();
  };

  /** The option that is marked, else the first one for what stands there now. */
  async #enter(): Promise<void> {
    clearTimeout(this.#pause);
    if (this.#active < 0 && this.#typed) await this.#look(true);
    this.#choose(Math.max(0, this.#active));
  }

  #choose(place: number): void {
    const option = this.#options[place];
    if (!option || !this.#input) return;
    this.#input.value = this.#typed = "";
    this.#options = [];
    this.#close();
    option.choose();
  }

  #close(): void {
    this.#turn++;
    clearTimeout(this.#pause);
    this.#isOpen = false;
    this.#active = -1;
    this.#host.requestUpdate();
  }
}
