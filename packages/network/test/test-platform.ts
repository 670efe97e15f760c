// A platform for tests: real clock and timers, a network of the test's choice, no disk.

import { type LogFields, type Network, type Platform } from '@samsa/common';
import { nodeClock, nodeRandom, nodeTimers } from '@samsa/common/node';

export interface LoggedEvent {
  readonly event: string;
  readonly fields: LogFields;
}

export function testPlatform(net: Network): Platform & { readonly logged: LoggedEvent[] } {
  const logged: LoggedEvent[] = [];
  const platform = {
    self: { host: 'test', process: 'test', incarnation: 1 },
    clock: nodeClock,
    timers: nodeTimers,
    random: nodeRandom,
    net,
    logged,
    log: (_level: string, event: string, fields: LogFields = {}) => {
      logged.push({ event, fields });
    },
    logs: () => false,
    fatal: (reason: string): never => {
      throw new Error(reason);
    },
    buggify: () => false,
    mark: () => {},
  };
  // Nothing here touches the disk or the cpu jobs.
  return platform as unknown as Platform & { readonly logged: LoggedEvent[] };
}
