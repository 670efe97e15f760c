// The addresses of the quorum as the configuration writes them: `1@host:9093` for a voter of a static
// quorum, `host:9093` for a bootstrap server.

import { type Endpoint, ZERO_UUID } from '@samsa/common';
import { type Voter } from '@samsa/raft';

/** A static voter has no directory id and no listener name. */
const STATIC_LISTENER = 'CONTROLLER';

/** Throws RangeError with what is wrong with which entry. */
export function parseQuorumVoters(entries: readonly string[]): Voter[] {
  const voters: Voter[] = [];
  for (const entry of entries) {
    const at = entry.indexOf('@');
    const id = Number(entry.slice(0, Math.max(at, 0)));
    if (at < 1 || !Number.isInteger(id) || id < 0) {
      throw new RangeError(`'${entry}' is not id@host:port`);
    }
    if (voters.some((voter) => voter.id === id)) {
      throw new RangeError(`the voter id ${id} stands twice`);
    }
    voters.push(staticVoter(id, parseHostAndPort(entry.slice(at + 1))));
  }
  return voters;
}

export function parseBootstrapServers(entries: readonly string[]): Endpoint[] {
  return entries.map(parseHostAndPort);
}

function staticVoter(id: number, endpoint: Endpoint): Voter {
  return {
    id,
    directoryId: ZERO_UUID,
    endpoints: [{ name: STATIC_LISTENER, host: endpoint.host, port: endpoint.port }],
    minKRaftVersion: 0,
    maxKRaftVersion: 0,
  };
}

/** An IPv6 address stands in brackets. */
function parseHostAndPort(text: string): Endpoint {
  const match = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text);
  const port = Number(match?.[3] ?? Number.NaN);
  if (match === null || port > 65_535) throw new RangeError(`'${text}' is not host:port`);
  return { host: match[1] ?? match[2] ?? '', port };
}
