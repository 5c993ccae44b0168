import { testStatesOn } from "./axe_states.ts";

await testStatesOn("phone");
