export const { random } = Math;
export enum Side {
  left = 1,
  right = Math.random() * 2,
}
