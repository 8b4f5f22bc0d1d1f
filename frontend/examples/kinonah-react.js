/** `<Kinonah film="red-rocket" place="10967" onShown={({ detail }) => …} />`, for React 19 and newer. */
import { createElement, useEffect } from "react";

const HOST = "https://HOST";

export function Kinonah({ onLocated, onShown, onFailed, children, ...attributes }) {
  useEffect(() => {
    import(/* @vite-ignore */ `${HOST}/widget.js`);
  }, []);
  const events = { "onkinonah-located": onLocated, "onkinonah-shown": onShown, "onkinonah-error": onFailed };
  return createElement("kinonah-showtimes", { ...events, ...attributes }, children);
}
