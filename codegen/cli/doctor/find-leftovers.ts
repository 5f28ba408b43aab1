/** What an interrupted run left behind, relative to the project's root. */
export function findLeftovers(_root: string): readonly string[] {
  return [];
}
