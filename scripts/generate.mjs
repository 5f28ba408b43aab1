// `npm run generate`: makes every SDK anew that is committed, after a change of what is generated.
import { existsSync, readdirSync } from "node:fs";
import { build, ecsgen, install } from "./steps.mjs";

const folders = [
  "examples",
  "test/cases/bodies",
  "test/cases/emit",
  "test/runtime",
  "test/runtime/resources",
  "test/runtime/schedule",
  "test/runtime/queries",
  "test/runtime/relations",
  "test/systems/ecs",
];

install();
build();
for (const folder of folders) {
  for (const name of readdirSync(new URL(`../${folder}`, import.meta.url))) {
    const project = `${folder}/${name}`;
    if (!existsSync(new URL(`../${project}/ecsgen.config.ts`, import.meta.url))) continue;
    ecsgen(`generate the SDK of ${project}`, ["generate", "--root", project]);
  }
}
