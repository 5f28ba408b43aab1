// The validators that `ecsgen` generates import zod from here, so that a project need not depend on it by name.
export { z } from "zod";
