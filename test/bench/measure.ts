/** One measured contender: CPU milliseconds (user and system, all threads of the process) of its middle run. */
export interface Measured {
  readonly name: string;
  readonly ms: number;
}

type Run = () => unknown;

const cpuMs = async (run: Run): Promise<number> => {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * Measures contenders in one process, in turn, so that whatever slows the machine slows them alike. Each runs
 * `warmUp` times first; the middle of `rounds` counts.
 */
export async function compare(
  contenders: Readonly<Record<string, Run>>,
  { rounds = 15, warmUp = 5 }: { readonly rounds?: number; readonly warmUp?: number } = {},
): Promise<readonly Measured[]> {
  const names = Object.keys(contenders);
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of names) {
      const ms = await cpuMs(contenders[name] as Run);
      if (round >= 0) times.get(name)?.push(ms);
    }
  }
  return names.map((name) => ({ name, ms: median(times.get(name) ?? []) }));
}
