// docs/errors.md: the error codes of Kafka's protocol.

import { readFileSync } from 'node:fs';

import { code, table } from './markdown.ts';

interface ErrorFact {
  readonly code: number;
  readonly name: string;
  readonly retriable: boolean;
  readonly meaning: string;
}

const FACTS = new URL('../../packages/common/generator/errors.json', import.meta.url);

export function errorsPage(): string {
  const facts = JSON.parse(readFileSync(FACTS, 'utf8')) as ErrorFact[];
  return [
    '# Error codes',
    '',
    'What a client is told when a request, or a part of it, fails. After a retriable one the same request',
    'may succeed when it is sent again. Codes whose features are not there yet are never said. Generated:',
    'change `packages/common/generator/errors.json`, then run `npm run generate`.',
    '',
    ...table(
      ['code', 'name', 'retriable', 'meaning'],
      facts.map((fact) => [
        String(fact.code),
        code(fact.name),
        fact.retriable ? 'yes' : '',
        fact.meaning,
      ]),
    ),
    '',
  ].join('\n');
}
