/** `did you mean …?` when a known name is near, else which there are. */
export function suggestion(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  if (near !== undefined) return `did you mean \`${near}\`?`;
  return known.length === 0 ? "there is none" : `use one of \`${known.join("`, `")}\``;
}

/** The known name that was probably meant, if one is near enough. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const rated = known.map((candidate) => ({ candidate, far: distance(name.toLowerCase(), candidate.toLowerCase()) }));
  const [best] = rated.sort((a, b) => a.far - b.far);
  const most = name.length < 3 ? 0 : Math.max(1, Math.floor(name.length / 3));
  return best !== undefined && best.far <= most ? best.candidate : undefined;
}

/** How many letters must be put in, taken out, replaced, or swapped with the next one. */
function distance(from: string, to: string): number {
  const table = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const replaced = table[row - 1][column - 1] + (from[row - 1] === to[column - 1] ? 0 : 1);
      const swap = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const swapped = swap ? table[row - 2][column - 2] + 1 : Infinity;
      current.push(Math.min(replaced, swapped, table[row - 1][column] + 1, current[column - 1] + 1));
    }
    table.push(current);
  }
  return table[from.length][to.length];
}
