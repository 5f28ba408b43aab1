import { core, view } from "ecsgen/schema";

export const drawing = core({ features: { lines: view(), fill: view<{ fill(): void }>(), dots: { draw() {} } } });
