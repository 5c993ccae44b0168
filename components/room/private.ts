/**
 * What is seen in private conversations alone, as one script. Their pages have it before anything comes to life;
 * that of the square fetches it with the first of them that is gone to.
 */
import { Bubble } from "@/components/Bubble.tsx";
import { registerPrivateLook } from "./look.ts";
import { PersonButton } from "./PersonButton.tsx";
import { First, Nothing } from "./PrivateBeginning.tsx";
import { Receipt } from "./Receipt.tsx";
import { SeenLine } from "./SeenLine.tsx";

const look = { Bubble, First, Nothing, PersonButton, Receipt, SeenLine };

export type PrivateLook = typeof look;

registerPrivateLook(look);
