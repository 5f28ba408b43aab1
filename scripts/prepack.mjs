// Before `npm pack` and `npm publish`: a build from nothing, so that no file of an older tree gets into the package.
import { rmSync } from "node:fs";
import { build, install } from "./steps.mjs";

install();
rmSync(new URL("../dist", import.meta.url), { recursive: true, force: true });
build();
