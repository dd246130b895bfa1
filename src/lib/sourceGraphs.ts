/** A graph of the article that this site starts from: a run of the stream `source`, by its seed. */
interface SourceGraph {
  readonly id: string;
  readonly seed: string;
  /** The run in words. */
  readonly run: string;
}

/** Both graphs of the normal model in wicklin2024. */
export const SOURCE_GRAPHS: readonly SourceGraph[] = [
  { id: 'first-graph', seed: '12345', run: 'the first graph’s run' },
  { id: 'second-graph', seed: '2468', run: 'the second graph’s run' },
];
