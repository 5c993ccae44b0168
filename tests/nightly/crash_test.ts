import assert from "node:assert/strict";
import { crashAgainAndAgain } from "../support/crash.ts";

for (const seed of [1, 2, 3, 4, 5]) {
  Deno.test(`killed twenty times under load, nothing is lost or doubled (seed ${seed})`, async () => {
    const { acknowledged } = await crashAgainAndAgain({ seed, rounds: 20, acks: 1000 });
    assert(acknowledged >= 20_000);
  });
}
