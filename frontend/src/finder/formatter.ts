/** Makes each of the browser's formatters once: to make one takes a hundred times as long as to use it, and every line of a list does. */
const made = new Map<string, unknown>();

export function formatter<Formatter, Options extends object>(
  Kind: new (locale: string, options: Options) => Formatter,
  locale: string,
  options: NoInfer<Options>,
): Formatter {
  const key = Kind.name + locale + JSON.stringify(options);
  if (!made.has(key)) made.set(key, new Kind(locale, options));
  return made.get(key) as Formatter;
}
