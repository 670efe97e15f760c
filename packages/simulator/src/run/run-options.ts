// RunOptions: what one run of the simulation is made of, besides the code.

import { type Fault } from './fault-plan.ts';

export const PROFILES = ['safe', 'wild', 'quiet'] as const;
export type Profile = (typeof PROFILES)[number];

export const WORKLOADS = ['log'] as const;
export type Workload = (typeof WORKLOADS)[number];

export interface RunOptions {
  readonly seed: number;
  /** How long the faults last, in simulated seconds; start, healing and final reads come on top. */
  readonly seconds: number;
  /**
   * safe: faults within the envelope · wild: any, losses are allowed where the ledger explains them ·
   * quiet: none.
   */
  readonly profile: Profile;
  readonly workloads: readonly Workload[];
  /** In place of the plan that the seed gives. */
  readonly plan?: readonly Fault[];
  /** The run ends before this event. */
  readonly stopAtEvent?: number;
}
