// endpoint: a config value that is one address to listen on.

import {
  type ConfigDefinition,
  type ConfigOptions,
  ConfigProblem,
  ConfigType,
} from '@samsa/common';
import { type Endpoint } from '@samsa/common';

const FORM = /^(?:\[([\da-fA-F:.]+)\]|([\w.-]*)):(\d{1,5})$/;

/** `host:port`, `[IPv6]:port`, or `:port` for every address; empty text and null mean none. */
export function endpoint(
  options: ConfigOptions<Endpoint | null>,
): ConfigDefinition<Endpoint | null> {
  return {
    type: ConfigType.STRING,
    options,
    parse(text) {
      const trimmed = text.trim();
      if (trimmed === '') return null;
      const [, v6, host, digits] = FORM.exec(trimmed) ?? [];
      const port = Number(digits);
      if (digits === undefined || port > 65_535) {
        throw new ConfigProblem('host:port, such as localhost:9404');
      }
      return { host: v6 ?? host ?? '', port };
    },
    format: (value) => (value === null ? null : textOf(value)),
  };
}

function textOf({ host, port }: Endpoint): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
