export { type AcceptedReads, NodeNetwork, type NodeNetworkOptions } from './node-network.ts';
