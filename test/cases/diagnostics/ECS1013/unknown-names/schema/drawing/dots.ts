export interface Dot {
  draw(): void;
}
