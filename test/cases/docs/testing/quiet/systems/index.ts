import { systemModule } from "ecsgen/schema";
import { field } from "../../schema/field.js";

export default systemModule({ core: field, provides: { spawning: { advance: (): void => undefined } } });
