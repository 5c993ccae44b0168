import { testStatesWithin } from "./narrow_states.ts";

// A laptop of 1280 by 800, looked at with twice as large letters.
await testStatesWithin("200 %", { width: 640, height: 400 });
