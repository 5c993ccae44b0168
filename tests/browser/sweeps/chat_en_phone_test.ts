import { testStatesIn } from "./chat.ts";

await testStatesIn("en", "phone");
