// sharedVersions: which versions of which APIs both brokers serve on a listener.

import { servedApis } from '../../test/support/api-catalogue.ts';
import { type Pair } from './pair.ts';
import { type VersionsOf } from './script.ts';
import { type Listener } from './side.ts';

export interface SharedVersions {
  readonly apis: readonly string[];
  readonly versionsOf: VersionsOf;
}

export async function sharedVersions(pair: Pair, listener: Listener): Promise<SharedVersions> {
  const [kafka, samsa] = await Promise.all([
    servedApis(pair.ports.kafka[listener]),
    servedApis(pair.ports.samsa[listener]),
  ]);
  const shared = new Map<string, readonly number[]>();
  for (const { api, versions } of samsa) {
    const other = kafka.find((served) => served.api.key === api.key)?.versions;
    if (other === undefined) continue;
    const min = Math.max(versions[0], other[0]);
    const max = Math.min(versions[1], other[1]);
    shared.set(
      api.name,
      Array.from({ length: Math.max(0, max - min + 1) }, (_, i) => min + i),
    );
  }
  return { apis: [...shared.keys()], versionsOf: (api) => shared.get(api) ?? [] };
}
