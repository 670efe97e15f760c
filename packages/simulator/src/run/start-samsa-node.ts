// Starts a real node of Samsa in the simulated world.

import { ConfigSource, type Platform } from '@samsa/common';
import { readNodeConfig, SamsaNode } from '@samsa/server';

import { type Running } from '../world/sim-process.ts';
import { type NodePlan } from './cluster-plan.ts';

export async function startSamsaNode(
  platform: Platform,
  plan: NodePlan,
  clusterId: string,
): Promise<Running> {
  const entries = Object.entries(plan.properties).map(([key, value]) => ({
    key,
    value,
    source: ConfigSource.FILE,
  }));
  const { config, problems } = readNodeConfig(entries);
  if (config === undefined) throw new Error(`the drawn configuration: ${problems.join('; ')}`);
  return SamsaNode.start(platform, config, {
    clusterId,
    // In production the command ends the process; so does this.
    onFailure: (reason: string, cause?: unknown) => platform.fatal(reason, cause),
  });
}
