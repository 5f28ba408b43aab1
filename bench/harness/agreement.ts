/** What a process measured. */
export interface Measurement {
  /** What each turn came to: nanoseconds per run, or bytes. */
  readonly turns: readonly number[];
  readonly checksum: number;
}

/** A sentence for each library that came to another result than the first one, at what `name` says. */
export function disagreements(name: string, measured: ReadonlyMap<string, readonly Measurement[]>): string[] {
  const [expected] = [...measured.values()].flatMap(([first]) => first ?? []);
  return [...measured].flatMap(([library, measurements]) => {
    const other = measurements.find(({ checksum }) => checksum !== expected?.checksum);
    if (other === undefined || expected === undefined) return [];
    return [`${name}: ${library} came to ${other.checksum}, and ${[...measured.keys()][0]} to ${expected.checksum}`];
  });
}
