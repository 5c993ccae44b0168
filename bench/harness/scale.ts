/** How large and how long a run measures, and whom it tells. */
export interface Scale {
  /** Clients of the large room. */
  readonly clients: number;
  /** Connections of the memory work. */
  readonly sockets: number;
  /** Sizes of the room whose newest messages are read. */
  readonly history: readonly number[];
  /** Messages that are searched. */
  readonly search: number;
  /** Peyk and the peer take turns so often. */
  readonly rounds: number;
  readonly warm_ms: number;
  readonly measure_ms: number;
  /** For the garbage of connecting to go, before memory is read. */
  readonly rest_ms: number;
  readonly say: (line: string) => void;
}

type Size = Omit<Scale, "say">;

/** In under two minutes: the right order of magnitude. */
export const QUICK: Size = {
  clients: 500,
  sockets: 1_000,
  history: [50, 50_000],
  search: 20_000,
  rounds: 2,
  warm_ms: 500,
  measure_ms: 1_000,
  rest_ms: 4_000,
};

export const NORMAL: Size = {
  clients: 1_000,
  sockets: 10_000,
  history: [50, 1_000_000],
  search: 100_000,
  rounds: 5,
  warm_ms: 1_000,
  measure_ms: 3_000,
  rest_ms: 10_000,
};

export const FULL: Size = { ...NORMAL, history: [50, 1_000_000, 10_000_000], search: 1_000_000, rounds: 9 };
