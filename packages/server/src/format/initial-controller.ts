// One entry of --initial-controllers: `id@host:port:directory-id`.

import { isUuid, type Uuid } from '@samsa/common';

export interface InitialController {
  readonly id: number;
  readonly host: string;
  readonly port: number;
  readonly directoryId: Uuid;
}

const FORM = /^(\d+)@(\[[^\]]+\]|[^:]+):(\d+):([^:]+)$/;

/** Undefined where the text has another form. */
export function parseInitialController(text: string): InitialController | undefined {
  const [, id, host, port, directoryId] = FORM.exec(text.trim()) ?? [];
  if (id === undefined || host === undefined || port === undefined || directoryId === undefined) {
    return undefined;
  }
  if (!isUuid(directoryId) || Number(port) > 65_535) return undefined;
  return { id: Number(id), host: host.replace(/^\[|\]$/g, ''), port: Number(port), directoryId };
}
