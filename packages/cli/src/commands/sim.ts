// `samsa sim`: whole nodes in a simulated world, from a seed.

import { runSim } from '@samsa/simulator';

export function sim(args: readonly string[]): Promise<number> {
  return runSim(args, (line) => console.log(line));
}
