/** Thrown by a function that was scaffolded and not written yet. Such a function does not cover its feature. */
export class NotImplemented extends Error {
  constructor(name: string) {
    super(`\`${name}\` is not implemented yet`);
    this.name = "NotImplemented";
  }
}
