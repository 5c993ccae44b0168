import type { Row } from "../harness/report.ts";
import type { Scale } from "../harness/scale.ts";
import { boot } from "./boot.ts";
import { durable } from "./durable.ts";
import { fanout } from "./fanout.ts";
import { guests } from "./guests.ts";
import { history } from "./history.ts";
import { images } from "./images.ts";
import { latency, slowdisk } from "./latency.ts";
import { memory } from "./memory.ts";
import { pages } from "./pages.ts";
import { search } from "./search.ts";

/** Everything that is measured, by the name one asks for it with. */
export const WORKS: Readonly<Record<string, (scale: Scale) => Promise<Row[]>>> = {
  fanout,
  durable,
  latency,
  guests,
  slowdisk,
  memory,
  images,
  history,
  search,
  pages,
  boot,
};
