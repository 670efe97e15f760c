// groupCall: what the group coordinator wants to know of a request besides its body.

import { type GroupCallContext } from '../groups/group-call-context.ts';
import { type Operation, type RequestContext } from '../pipeline/request-context.ts';

/** @param topicOperation  what a client must be allowed to do with a topic it names */
export function groupCall(context: RequestContext, topicOperation?: Operation): GroupCallContext {
  const { header, clientId, clientAddress, listenerName } = context;
  const call = { apiVersion: header.apiVersion, clientId, clientAddress, listenerName };
  if (topicOperation === undefined) return call;
  return {
    ...call,
    mayUseTopic: (topic) => context.isAuthorized(topicOperation, 'topic', topic),
  };
}
