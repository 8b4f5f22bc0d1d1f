/** `<Kinonah film="red-rocket" place="10967" @kinonah-shown="…" />`, for Vue 3. */
import { h, onMounted } from "vue";

const HOST = "https://HOST";

export const Kinonah = {
  setup(_properties, { attrs, slots }) {
    onMounted(() => import(/* @vite-ignore */ `${HOST}/widget.js`));
    return () => h("kinonah-showtimes", attrs, slots.default?.());
  },
};
