import { testStatesIn } from "./axe_states.ts";

await testStatesIn("fa", "desktop");
