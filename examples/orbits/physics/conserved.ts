/** Something that should stay as it is, and how well it does; `Energy` and `ShadowEnergy` both are. */
export interface Conserved {
  start: number | undefined;
  current: number;
  worst: number;
}

/** Notes a measurement. */
export function note(conserved: Conserved, value: number): void {
  conserved.start ??= value;
  conserved.current = value;
  conserved.worst = Math.max(conserved.worst, Math.abs(value / conserved.start - 1));
}
