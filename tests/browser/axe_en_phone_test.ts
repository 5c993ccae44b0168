import { testStatesIn } from "./axe_states.ts";

await testStatesIn("en", "phone");
