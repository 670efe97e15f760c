// What the generator does not ask, since it would stop, hang or lame a real broker. Flows may.

import { type Message } from './message-schema.ts';

/** APIs that are left out whole, on the listener where they would do harm. */
export const LEFT_OUT_APIS: Readonly<Record<string, string>> = {
  'controller Vote': 'a vote for a made-up candidate ends the leadership of the only controller',
  'controller BeginQuorumEpoch': 'a made-up leader makes the only controller its follower',
  'controller EndQuorumEpoch': 'it makes the only controller start an election',
  'controller UpdateRaftVoter': 'it moves the only voter to an address where nobody listens',
  'controller AddRaftVoter': 'a second voter that does not exist takes the quorum its majority',
  'broker AddRaftVoter': 'a second voter that does not exist takes the quorum its majority',
  'controller RemoveRaftVoter': 'without its only voter the cluster is gone',
  'broker RemoveRaftVoter': 'without its only voter the cluster is gone',
  'controller BrokerRegistration': 'another incarnation fences the only broker',
  'controller ControllerRegistration': 'it replaces the endpoints of the only controller',
  'controller BrokerHeartbeat': 'it can fence the only broker, or shut it down',
  'controller AlterPartition': 'it can take the only leader out of its in-sync replicas',
  'controller AssignReplicasToDirs': 'it can move replicas to directories that do not exist',
  'controller Fetch':
    'it is the observers and voters of the metadata log that ask, each for its own log',
  'controller FetchSnapshot': 'snapshots are the two controllers’ own',
  'controller Envelope': 'it carries other requests, which are asked by themselves',
  'broker UnregisterBroker': 'it can unregister the only broker',
  'controller UnregisterBroker': 'it can unregister the only broker',
};

/** Requests that are left out, of APIs that are asked otherwise. */
export function isHarmful(api: string, request: Message): boolean {
  switch (api) {
    case 'UpdateFeatures':
      // The level of the metadata cannot be taken back, and a later one may not exist in both.
      return request['validateOnly'] !== true;
    case 'CreateTopics':
    case 'CreatePartitions':
      return JSON.stringify(request).match(/"(?:numPartitions|count)":\d{4,}/) !== null;
    case 'Produce':
      // Apache Kafka never answers it: the error is thrown behind the point where errors are answered.
      return JSON.stringify(request).includes('"records":null') || hasTwins(request);
    case 'Fetch':
    case 'ListOffsets':
    case 'OffsetCommit':
    case 'OffsetDelete':
    case 'DeleteRecords':
    case 'AlterConfigs':
    case 'IncrementalAlterConfigs':
      // No client names a partition or a key twice. Kafka answers by what its maps make of it.
      return hasTwins(request);
    case 'JoinGroup':
      // Nor this: a member that names a protocol twice ends its group's rebalance without a word.
      return namesTwice(request['protocols'] as readonly Message[] | undefined);
    default:
      return false;
  }
}

function namesTwice(protocols: readonly Message[] = []): boolean {
  return new Set(protocols.map(({ name }) => name)).size < protocols.length;
}

/** True where a list holds two elements with the same name, id or index. */
function hasTwins(value: unknown): boolean {
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return false;
  if (!Array.isArray(value)) return Object.values(value).some(hasTwins);
  const keys = value.map((element: unknown) => identityOf(element));
  return new Set(keys).size < keys.length || value.some(hasTwins);
}

const IDENTITY_FIELDS = [
  'name',
  'topic',
  'topicId',
  'index',
  'partition',
  'partitionIndex',
  'resourceType',
  'resourceName',
];

function identityOf(element: unknown): string {
  if (element === null || typeof element !== 'object') return String(element);
  const fields = element as Message;
  return IDENTITY_FIELDS.map((name) => String(fields[name])).join(' ');
}
