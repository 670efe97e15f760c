// NodeRooms: what a handler can reach of its node. server.ts fills it in.

import { type MetricsRegistry, type Platform, type TimingWheel, type Uuid } from '@samsa/common';

import { type ApiVersionsFacts } from './api-versions-facts.ts';
import { type ListenerRole } from './handler.ts';
import { type NodeConfig } from '../config/node-config.ts';
import { type Controller } from '../controller/controller.ts';
import { type FetchSessions } from '../fetch/fetch-sessions.ts';
import { type GroupCoordinator } from '../groups/group-coordinator.ts';
import { type ControllerChannel } from '../lifecycle/controller-channel.ts';
import { type LogDirectories } from '../logs/log-directories.ts';
import { type MetadataPublisher } from '../metadata/metadata-publisher.ts';
import { type MetadataQuorum } from '../quorum/metadata-quorum.ts';
import { type PartitionTable } from '../replication/partition-table.ts';
import { type TopicMetrics } from '../telemetry/topic-metrics.ts';
import { type TopicCreation } from '../topics/topic-creation.ts';
import { type ProducerIds } from '../transactions/producer-ids.ts';

/** What every node has. */
export interface NodeRooms {
  readonly platform: Platform;
  readonly config: NodeConfig;
  readonly clusterId: Uuid;
  readonly metrics: MetricsRegistry;
  readonly deadlines: TimingWheel;
  readonly quorum: MetadataQuorum;
  readonly metadata: MetadataPublisher;
  /** Asserts that this node is a broker. */
  readonly broker: BrokerRooms;
  /** Asserts that this node is a controller. */
  readonly controller: Controller;
  /** The APIs of each kind of listener, as ApiVersions tells them. */
  apiVersions(role: ListenerRole): ApiVersionsFacts;
}

/** What a broker has besides. */
export interface BrokerRooms {
  readonly partitions: PartitionTable;
  readonly logs: LogDirectories;
  readonly fetchSessions: FetchSessions;
  readonly groups: GroupCoordinator;
  readonly controllerChannel: ControllerChannel;
  readonly topicCreation: TopicCreation;
  readonly producerIds: ProducerIds;
  readonly topicMetrics: TopicMetrics;
}
