// IncrementalAlterConfigs (api 44): changes single configs of topics, brokers, groups, client-metrics
// subscriptions and this node's loggers.
//
// v1 flexible

import { IncrementalAlterConfigs } from '@samsa/protocol/apis/incremental-alter-configs';

import { changeLevels } from '../config/log-levels.ts';
import { defineHandler } from '../pipeline/handler.ts';
import { alterResources, refuseAll } from './alteration.ts';
import { decideOnController } from './forwarded.ts';

export const incrementalAlterConfigs = defineHandler(IncrementalAlterConfigs, {
  versions: [0, 1],

  async handle(request, context) {
    const { node } = context;
    const { validateOnly } = request;
    const responses = await alterResources(request.resources, context, {
      changeLevels: ({ configs }) => changeLevels(node.platform.logLevel, configs, validateOnly),
      decide: async (resources) => {
        const rest = { resources, validateOnly };
        const answer = await decideOnController(IncrementalAlterConfigs, rest, context, (asked) =>
          node.controller.incrementalAlterConfigs(asked),
        );
        return answer.responses;
      },
    });
    return { throttleTimeMs: 0, responses };
  },

  refuse(errorCode, request, message) {
    return { throttleTimeMs: 0, responses: refuseAll(request.resources, errorCode, message) };
  },

  countErrors(response, count) {
    for (const { errorCode } of response.responses) count(errorCode);
  },
});
