// The Java AdminClient's whole surface, as far as a node without security and transactions answers it.

import { adminSurfaceLaunch } from '../clients/java.ts';
import { expect } from '../runner/case.ts';
import { Program } from '../runner/program.ts';
import { KAFKA_VERSION, type ToolCase } from './tool.ts';

const LIMIT_MS = 120_000;

export const adminClient: ToolCase = {
  name: 'Java AdminClient, every call',
  version: KAFKA_VERSION,
  async run({ samsa }) {
    const launch = adminSurfaceLaunch();
    const args = [...launch.args, samsa.bootstrap, 'of-admin'];
    const program = Program.start({ ...launch, args }, 'AdminSurface');
    await program.ended(LIMIT_MS);
    const calls = program.linesOf('call');
    const refused = calls.filter((line) => !line.endsWith(' ok'));
    expect(refused.length === 0, refused.join('; '));
    expect(calls.length > 0, 'nothing was called');
  },
};
