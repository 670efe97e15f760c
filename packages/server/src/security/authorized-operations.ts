// What a principal may do with a resource, as the bit field that describe requests carry.

/** Operations that exist for each kind of resource; bit n is the ACL operation with code n. */
const TOPIC_OPERATIONS = [3, 4, 5, 6, 7, 8, 10, 11];
const GROUP_OPERATIONS = [3, 6, 8, 10, 11];
const CLUSTER_OPERATIONS = [5, 7, 8, 9, 10, 11, 12];

function bits(operations: readonly number[]): number {
  return operations.reduce((field, operation) => field | (1 << operation), 0);
}

/** Without an authorizer everybody may do everything that the kind of resource knows. */
export const ALL_TOPIC_OPERATIONS = bits(TOPIC_OPERATIONS);
export const ALL_GROUP_OPERATIONS = bits(GROUP_OPERATIONS);
export const ALL_CLUSTER_OPERATIONS = bits(CLUSTER_OPERATIONS);
