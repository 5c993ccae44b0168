import { testStatesIn } from "./chat.ts";

await testStatesIn("fa", "phone");
