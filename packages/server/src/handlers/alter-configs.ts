// AlterConfigs (api 33): replaces everything that is set on a resource. IncrementalAlterConfigs has
// taken its place.
//
// v1 throttles after the response · v2 flexible

import { AlterConfigs } from '@samsa/protocol/apis/alter-configs';

import { defineHandler } from '../pipeline/handler.ts';
import { alterResources, refuseAll } from './alteration.ts';
import { decideOnController } from './forwarded.ts';

export const alterConfigs = defineHandler(AlterConfigs, {
  versions: [0, 2],

  async handle(request, context) {
    const { validateOnly } = request;
    const responses = await alterResources(request.resources, context, {
      decide: async (resources) => {
        const rest = { resources, validateOnly };
        const answer = await decideOnController(AlterConfigs, rest, context, (asked) =>
          context.node.controller.alterConfigs(asked),
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
