// The keys that the controller and a broker's dealings with it read.

import { boolean, defineConfigs, int, long } from '@samsa/common';

export const controllerConfigs = defineConfigs({
  'broker.heartbeat.interval.ms': int({
    default: 2000,
    doc: 'How often a broker tells the controller that it is alive.',
  }),
  'broker.session.timeout.ms': int({
    default: 9000,
    doc: 'How long after its last heartbeat a broker is fenced.',
  }),
  'initial.broker.registration.timeout.ms': int({
    default: 60_000,
    doc: 'How long a starting broker tries to register before it gives up.',
  }),
  'num.partitions': int({
    default: 1,
    min: 1,
    doc: 'Partitions of a topic that is created without a number of them.',
  }),
  'default.replication.factor': int({
    default: 1,
    doc: 'Replicas of a topic that is created without a number of them.',
  }),
  'controlled.shutdown.enable': boolean({
    default: true,
    doc: 'Whether a stopping broker first hands its leadership to others. Always done.',
  }),
  'auto.leader.rebalance.enable': boolean({
    default: true,
    doc: 'Whether leadership goes back to preferred leaders by itself.',
  }),
  'leader.imbalance.check.interval.seconds': long({
    default: 300,
    min: 1,
    doc: 'How often the controller looks for partitions that their preferred leader does not lead.',
  }),
  'unclean.leader.election.interval.ms': long({
    default: 300_000,
    min: 1,
    doc: 'How often the controller looks for partitions that may be given a leader uncleanly.',
  }),
});
