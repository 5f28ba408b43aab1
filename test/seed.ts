// Loaded before each test file where `ECSGEN_SEED` is set, as in `.ci/run`: properties then try the same cases in each run.
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env["ECSGEN_SEED"]) });
