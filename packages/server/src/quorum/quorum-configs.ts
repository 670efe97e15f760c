// The configuration of the metadata quorum: who votes, how long replicas wait for each other, and how
// much of the metadata log is kept.

import { boolean, defineConfigs, int, list, long, string } from '@samsa/common';

export const quorumConfigs = defineConfigs({
  'controller.quorum.voters': list({
    default: [],
    importance: 'high',
    doc:
      'The voters of a static quorum as id@host:port, separated by commas. Also for one node: where ' +
      'it is set, kraft.version is 0 and the set never changes.',
  }),
  'controller.quorum.bootstrap.servers': list({
    default: [],
    importance: 'high',
    doc: 'Controllers, as host:port, whom a node without known voters asks for the leader.',
  }),
  'controller.quorum.election.timeout.ms': int({
    default: 1000,
    min: 0,
    importance: 'high',
    doc: 'How long a voter without a leader waits, at least, before it stands for election.',
  }),
  'controller.quorum.fetch.timeout.ms': int({
    default: 2000,
    min: 0,
    importance: 'high',
    doc:
      'How long a follower believes in a leader that does not answer. A leader steps down when no ' +
      'majority fetched from it for 1.5 times as long.',
  }),
  'controller.quorum.election.backoff.max.ms': int({
    default: 1000,
    min: 0,
    importance: 'high',
    doc: 'The longest wait after a lost election; waits grow from try to try.',
  }),
  'controller.quorum.append.linger.ms': int({
    default: 25,
    min: 0,
    doc:
      'Accepted as a bound and never used up: writes of one turn share one batch of disk work, and ' +
      'all that come while a sync runs share the next one.',
  }),
  'controller.quorum.request.timeout.ms': int({
    default: 2000,
    min: 0,
    doc: 'How long a request to another member of the quorum may take.',
  }),
  'controller.quorum.retry.backoff.ms': int({
    default: 20,
    min: 0,
    importance: 'low',
    doc: 'The pause after a failed request to another member of the quorum.',
  }),
  'controller.quorum.fetch.max.bytes': int({
    default: 1_048_576,
    min: 1,
    importance: 'low',
    doc: 'The most bytes of the metadata log in one fetch; a larger batch comes alone.',
  }),
  'controller.quorum.fetch.snapshot.max.bytes': int({
    default: 1_048_576,
    min: 1,
    importance: 'low',
    doc: 'The most bytes of a snapshot in one fetch.',
  }),
  'controller.quorum.auto.join.enable': boolean({
    default: false,
    importance: 'low',
    doc: 'Whether a controller that does not vote asks to be made a voter.',
  }),
  'metadata.log.dir': string<string | null>({
    default: null,
    importance: 'high',
    doc: 'The folder of the metadata log; the first of log.dirs where it is not set.',
  }),
  'metadata.log.segment.bytes': int({
    default: 1024 * 1024 * 1024,
    min: 8 * 1024 * 1024,
    importance: 'high',
    doc: 'Size in bytes at which a segment of the metadata log is closed and the next one begins.',
  }),
  'metadata.log.segment.ms': long({
    default: 7 * 24 * 3_600_000,
    importance: 'high',
    doc: 'Age at which a segment of the metadata log is closed, also when it is small.',
  }),
  'metadata.max.retention.bytes': long({
    default: 100 * 1024 * 1024,
    importance: 'high',
    doc:
      'Size of log and snapshots together above which the oldest snapshot and the log below the ' +
      'next one are deleted. At least one snapshot stays; −1 for no bound.',
  }),
  'metadata.max.retention.ms': long({
    default: 7 * 24 * 3_600_000,
    importance: 'high',
    doc:
      'Age above which a snapshot, and the log below the next one, are deleted. At least one ' +
      'snapshot stays; −1 for no bound.',
  }),
  'metadata.log.max.record.bytes.between.snapshots': long({
    default: 20 * 1024 * 1024,
    min: 1,
    importance: 'high',
    doc: 'Bytes of committed records after which the next snapshot is made.',
  }),
  'metadata.log.max.snapshot.interval.ms': long({
    default: 3_600_000,
    min: 0,
    importance: 'high',
    doc: 'The longest time between a new record and the snapshot that holds it; 0 for no bound.',
  }),
  'metadata.max.idle.interval.ms': int({
    default: 500,
    min: 0,
    importance: 'low',
    doc: 'How often the active controller writes a record that says nothing, to show progress; 0: never.',
  }),
});
