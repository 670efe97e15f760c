// DescribeQuorum (api 55): who votes on the metadata, who leads, and how far each replica is.
//
// v1 times of the last fetch · v2 directory ids, nodes, error messages

import { DescribeQuorum } from '@samsa/protocol/apis/describe-quorum';

import { defineForwarded } from './forwarded.ts';

export const describeQuorum = defineForwarded(DescribeQuorum, {
  versions: [0, 2],

  decide(request, context) {
    context.authorize('DESCRIBE', 'cluster', 'kafka-cluster');
    return context.node.quorum.describeQuorum(request);
  },

  refuse(errorCode, _request, errorMessage) {
    return DescribeQuorum.response.create({ errorCode, errorMessage });
  },
});
