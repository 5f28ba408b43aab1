export const half = 0.5;
export default function twice(value: number): number {
  return value * 2;
}
