export function wait(seconds: number): void {}
