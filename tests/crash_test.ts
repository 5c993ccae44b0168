import assert from "node:assert/strict";
import { crashAgainAndAgain } from "./support/crash.ts";

Deno.test("whatever was acknowledged when the program was killed is there once, in its place", async () => {
  const { acknowledged } = await crashAgainAndAgain({ seed: 20250320, rounds: 3, acks: 200 });
  assert(acknowledged >= 600);
});
