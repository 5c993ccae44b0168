import { testStatesWithin } from "./narrow_states.ts";

await testStatesWithin("320 px", { width: 320, height: 640 });
