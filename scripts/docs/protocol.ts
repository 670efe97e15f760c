// docs/protocol.md: the protocol as the schemas have it, and what of it each kind of listener serves.

import { generateDocs } from '../../packages/protocol/generator/generate.ts';
import { brokerHandlers, controllerHandlers } from '../../packages/server/src/handlers/index.ts';

const SCHEMAS = new URL('../../packages/protocol/schema/', import.meta.url);

export function protocolPage(): string {
  return generateDocs(SCHEMAS, servedText);
}

function servedText(apiKey: number): string {
  const broker = rangeText(brokerHandlers.get(apiKey)?.versions);
  const controller = rangeText(controllerHandlers.get(apiKey)?.versions);
  if (broker === controller) return broker === '' ? '' : broker;
  return [
    ...(broker === '' ? [] : [`${broker} (broker)`]),
    ...(controller === '' ? [] : [`${controller} (controller)`]),
  ].join(', ');
}

function rangeText(versions: readonly [min: number, max: number] | undefined): string {
  if (versions === undefined) return '';
  const [min, max] = versions;
  return min === max ? String(min) : `${min}-${max}`;
}
