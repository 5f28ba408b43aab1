/** Half, for those who ask. */
export const half = 0.5;
/** Not further than a limit. */
export function clamp(value: number, limit: number): number {
  return value > limit ? limit : value < -limit ? -limit : value;
}
/** Both at once. */
export const both = (a: number, b: number): number => a * 31 + b;
export const words = ["one", "two"];
/** From where to where. */
export interface Range {
  low: number;
  high: number;
}
