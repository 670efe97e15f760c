// simulate: runs one scenario in a fresh world, for tests. Prints nothing, throws what was found.

import { type Violation, World, type WorldOptions } from './world/world.ts';

export class SimulationFailure extends Error {
  override readonly name = 'SimulationFailure';
  readonly violation: Violation;

  constructor(world: World, violation: Violation) {
    const { id, message, atMs, atEvent, cause } = violation;
    const reason = cause instanceof Error ? `\n${cause.stack ?? cause.message}` : '';
    super(
      `seed ${world.seed}: ${id} at event ${atEvent}, ${atMs.toFixed(3)} ms: ${message}${reason}\n` +
        world.recent.lines().slice(-60).join('\n'),
      { cause },
    );
    this.violation = violation;
  }
}

/**
 * Runs the scenario to its end in simulated time. Awaiting is allowed on whatever the world offers.
 *
 * @param seed  one run per seed; say which one in the name of the test or in its message
 * @returns the world as the scenario left it
 * @throws {SimulationFailure} when a simulated process fails, everything stands still, or a checker
 *   complains; what the scenario itself throws comes out with the seed in front of its message
 */
export async function simulate(
  seed: number | string,
  scenario: (world: World) => Promise<void>,
  options: Omit<WorldOptions, 'seed'> = {},
): Promise<World> {
  const world = new World({ ...options, seed });
  try {
    await world.run(scenario);
  } catch (error) {
    if (error instanceof Error) error.message = `seed ${world.seed}: ${error.message}`;
    throw error;
  }
  const violation = world.violations[0];
  if (violation !== undefined) throw new SimulationFailure(world, violation);
  return world;
}
