// How names become names of generated files.

/** `UIState` → `ui-state`, `closeApproach` → `close-approach`. */
export function kebab(name: string): string {
  if (isOneWord.test(name)) return name.toLowerCase();
  return name
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1-$2")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase();
}

/** As most names are. */
const isOneWord = /^[A-Z]?[a-z0-9]*$/;

/** Whether Windows keeps the name of a file for a device, with any ending: git cannot even check such a file out there. */
export function isDevice(fileName: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(fileName);
}
