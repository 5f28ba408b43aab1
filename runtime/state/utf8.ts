// Every host of the runtime has these two (WHATWG Encoding); the language's own library does not name them.
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new (
  encoding: "utf-8",
  options: { readonly fatal: true; readonly ignoreBOM: true },
) => { decode(bytes: Uint8Array): string };

/** Text as UTF-8. Half a surrogate pair becomes U+FFFD. */
export function toUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** UTF-8 as text, or `undefined` when it is none. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
