import { core, view } from "ecsgen/schema";

export interface A {
  a(): void;
}
export interface B {
  b(): void;
}
export interface C {
  c(): void;
}
export interface D {
  d(): void;
}
export const moving = core({
  features: {
    a: view<A>({ implies: ["b"] }),
    b: view<B>({ implies: ["c"] }),
    c: view<C>({ implies: ["a"] }),
    d: view<D>({ implies: ["d"] }),
  },
});
