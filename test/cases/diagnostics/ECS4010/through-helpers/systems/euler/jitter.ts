export const jitter = (): number => scaled(noise);

function scaled(of: () => number): number {
  return of() / 10;
}

function noise(): number {
  return Math.random() - 0.5;
}

function unused(): number {
  return Math.random();
}
