/** The entry of `widget.js`: defines the element once, also where a page happens to load the script twice. */
import { KinonahShowtimes } from "./kinonah-showtimes.ts";

if (!customElements.get("kinonah-showtimes")) customElements.define("kinonah-showtimes", KinonahShowtimes);
