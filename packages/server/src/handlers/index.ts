// The handlers of this node, one file per API. What is not here is not advertised.

import { addRaftVoter } from './add-raft-voter.ts';
import { allocateProducerIds } from './allocate-producer-ids.ts';
import { alterConfigs } from './alter-configs.ts';
import { alterPartitionReassignments } from './alter-partition-reassignments.ts';
import { alterPartition } from './alter-partition.ts';
import { apiVersions } from './api-versions.ts';
import { assignReplicasToDirs } from './assign-replicas-to-dirs.ts';
import { beginQuorumEpoch } from './begin-quorum-epoch.ts';
import { brokerHeartbeat } from './broker-heartbeat.ts';
import { brokerRegistration } from './broker-registration.ts';
import { controllerRegistration } from './controller-registration.ts';
import { createPartitions } from './create-partitions.ts';
import { createTopics } from './create-topics.ts';
import { deleteGroups } from './delete-groups.ts';
import { deleteRecords } from './delete-records.ts';
import { deleteTopics } from './delete-topics.ts';
import { describeCluster } from './describe-cluster.ts';
import { describeConfigs } from './describe-configs.ts';
import { describeGroups } from './describe-groups.ts';
import { describeLogDirs } from './describe-log-dirs.ts';
import { describeProducers } from './describe-producers.ts';
import { describeQuorum } from './describe-quorum.ts';
import { describeTopicPartitions } from './describe-topic-partitions.ts';
import { electLeaders } from './elect-leaders.ts';
import { endQuorumEpoch } from './end-quorum-epoch.ts';
import { envelope } from './envelope.ts';
import { fetchSnapshot } from './fetch-snapshot.ts';
import { fetch } from './fetch.ts';
import { findCoordinator } from './find-coordinator.ts';
import { heartbeat } from './heartbeat.ts';
import { incrementalAlterConfigs } from './incremental-alter-configs.ts';
import { initProducerId } from './init-producer-id.ts';
import { joinGroup } from './join-group.ts';
import { leaveGroup } from './leave-group.ts';
import { listConfigResources } from './list-config-resources.ts';
import { listGroups } from './list-groups.ts';
import { listOffsets } from './list-offsets.ts';
import { listPartitionReassignments } from './list-partition-reassignments.ts';
import { metadata } from './metadata.ts';
import { offsetCommit } from './offset-commit.ts';
import { offsetDelete } from './offset-delete.ts';
import { offsetFetch } from './offset-fetch.ts';
import { offsetForLeaderEpoch } from './offset-for-leader-epoch.ts';
import { produce } from './produce.ts';
import { quorumFetch } from './quorum-fetch.ts';
import { removeRaftVoter } from './remove-raft-voter.ts';
import { syncGroup } from './sync-group.ts';
import { unregisterBroker } from './unregister-broker.ts';
import { updateFeatures } from './update-features.ts';
import { updateRaftVoter } from './update-raft-voter.ts';
import { vote } from './vote.ts';
import { handlerTable } from '../pipeline/handler.ts';

/** Served on both kinds of listener. */
const SHARED = [
  addRaftVoter,
  alterConfigs,
  alterPartitionReassignments,
  apiVersions,
  createPartitions,
  createTopics,
  deleteTopics,
  describeCluster,
  describeConfigs,
  describeQuorum,
  electLeaders,
  incrementalAlterConfigs,
  listPartitionReassignments,
  removeRaftVoter,
  unregisterBroker,
  updateFeatures,
];

export const brokerHandlers = handlerTable(
  [
    ...SHARED,
    deleteGroups,
    deleteRecords,
    describeGroups,
    describeLogDirs,
    describeProducers,
    describeTopicPartitions,
    fetch,
    findCoordinator,
    heartbeat,
    initProducerId,
    joinGroup,
    leaveGroup,
    listConfigResources,
    listGroups,
    listOffsets,
    metadata,
    offsetCommit,
    offsetDelete,
    offsetFetch,
    offsetForLeaderEpoch,
    produce,
    syncGroup,
  ],
  'broker',
);

export const controllerHandlers = handlerTable(
  [
    ...SHARED,
    allocateProducerIds,
    alterPartition,
    assignReplicasToDirs,
    beginQuorumEpoch,
    brokerHeartbeat,
    brokerRegistration,
    controllerRegistration,
    endQuorumEpoch,
    envelope,
    fetchSnapshot,
    quorumFetch,
    updateRaftVoter,
    vote,
  ],
  'controller',
);
