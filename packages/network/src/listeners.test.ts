import assert from 'node:assert/strict';
import { test } from 'node:test';

import { type ConfigEntry, ConfigSource, ConfigValues } from '@samsa/common';

import { advertisedEndpoint, type ListenersReading, parseListeners } from './listeners.ts';
import {
  connectionLimitsByAddress,
  maxConnectionsByListener,
  networkConfigs,
} from './network-configs.ts';

const BOTH = { isBroker: true, isController: true };
const BROKER = { isBroker: true, isController: false };
const CONTROLLER = { isBroker: false, isController: true };

function entries(configs: Readonly<Record<string, string>>): ConfigEntry[] {
  return Object.entries(configs).map(([key, value]) => ({ key, value, source: ConfigSource.FILE }));
}

function read(
  configs: Readonly<Record<string, string>>,
  roles: { isBroker: boolean; isController: boolean } = BOTH,
): ListenersReading {
  const { values, complaints } = ConfigValues.parse(
    networkConfigs,
    entries({ 'controller.listener.names': 'CONTROLLER', ...configs }),
  );
  assert.deepEqual(complaints, []);
  return parseListeners(values, roles);
}

test('a combined node has its broker and its controller listener', () => {
  const { listeners, problems } = read({
    listeners: 'PLAINTEXT://:9092,CONTROLLER://localhost:9093',
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    listeners.map(({ name, role, isInterBroker, bind }) => ({ name, role, isInterBroker, bind })),
    [
      {
        name: 'PLAINTEXT',
        role: 'broker',
        isInterBroker: true,
        bind: { host: '', port: 9092 },
      },
      {
        name: 'CONTROLLER',
        role: 'controller',
        isInterBroker: false,
        bind: { host: 'localhost', port: 9093 },
      },
    ],
  );
});

test('names are read in any case, addresses as IPv4, IPv6 or a name', () => {
  const { listeners, problems } = read(
    {
      listeners: 'inside://[::1]:9092, outside://0.0.0.0:0, third://my-host.example:9094',
      'listener.security.protocol.map': 'Inside:plaintext,OUTSIDE:PLAINTEXT,third:PLAINTEXT',
      'inter.broker.listener.name': 'Inside',
    },
    BROKER,
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    listeners.map(({ name, bind }) => [name, bind.host, bind.port]),
    [
      ['INSIDE', '::1', 9092],
      ['OUTSIDE', '0.0.0.0', 0],
      ['THIRD', 'my-host.example', 9094],
    ],
  );
});

test('what is advertised replaces what is bound', () => {
  const { listeners } = read({
    listeners: 'PLAINTEXT://:9092,CONTROLLER://:9093',
    'advertised.listeners': 'PLAINTEXT://kafka.example:19092',
  });
  const [broker, controller] = listeners;
  assert.deepEqual(advertisedEndpoint(broker!, 9092, 'me'), {
    host: 'kafka.example',
    port: 19092,
  });
  assert.deepEqual(advertisedEndpoint(controller!, 9093, 'me'), { host: 'me', port: 9093 });
});

test('a wildcard address is advertised as the name of the machine, port 0 as the port that was bound', () => {
  const { listeners } = read({ listeners: 'PLAINTEXT://0.0.0.0:0' }, BROKER);
  assert.deepEqual(advertisedEndpoint(listeners[0]!, 41_000, 'me'), { host: 'me', port: 41_000 });
});

test('a broker listener that is left out of the advertised ones is not advertised', () => {
  const { listeners, problems } = read(
    {
      listeners: 'A://:1,B://:2',
      'listener.security.protocol.map': 'A:PLAINTEXT,B:PLAINTEXT',
      'inter.broker.listener.name': 'A',
      'advertised.listeners': 'A://h:1',
    },
    BROKER,
  );
  assert.deepEqual(problems, []);
  assert.equal(listeners[1]!.advertised, null);
});

test('each mistake is one line that names the key and what is allowed', () => {
  const cases: [Record<string, string>, typeof BOTH, RegExp][] = [
    [{ listeners: 'nonsense' }, BROKER, /^listeners = 'nonsense' is not allowed; allowed: NAME:/],
    [{ listeners: 'PLAINTEXT://h:99999' }, BROKER, /^listeners = 'PLAINTEXT:\/\/h:99999' is not/],
    [{ listeners: 'PLAINTEXT://::1:9092' }, BROKER, /is not allowed; allowed: .*\[IPv6\]/],
    [{ listeners: ',' }, BROKER, /^listeners is empty/],
    [{ listeners: 'PLAINTEXT://:1,plaintext://:2' }, BROKER, /names PLAINTEXT twice/],
    [{ listeners: 'PLAINTEXT://a:1,SSL://b:1' }, BROKER, /uses the port of PLAINTEXT/],
    [{ listeners: 'MINE://:1' }, BROKER, /security\.inter\.broker\.protocol = 'PLAINTEXT'.*MINE/],
    [
      { listeners: 'MINE://:1', 'inter.broker.listener.name': 'MINE' },
      BROKER,
      /^listener\.security\.protocol\.map has no entry for the listener MINE/,
    ],
    [
      { listeners: 'PLAINTEXT://:1', 'listener.security.protocol.map': 'PLAINTEXT:FOO' },
      BROKER,
      /^listener\.security\.protocol\.map = 'PLAINTEXT:FOO' is not allowed; .*SASL_SSL/,
    ],
    [
      { listeners: 'SSL://:1', 'security.inter.broker.protocol': 'SSL' },
      BROKER,
      /gives SSL the protocol SSL, which is not served yet; allowed: PLAINTEXT/,
    ],
    [{ listeners: 'PLAINTEXT://:1' }, BOTH, /controller\.listener\.names = 'CONTROLLER' is not in/],
    [{ listeners: 'CONTROLLER://:1' }, BROKER, /CONTROLLER on a node without the controller role/],
    [
      { listeners: 'CONTROLLER://:1,PLAINTEXT://:2' },
      CONTROLLER,
      /PLAINTEXT on a node without the broker role/,
    ],
    [{ listeners: 'CONTROLLER://:1' }, BOTH, /^listeners has none for the broker/],
    [
      { listeners: 'PLAINTEXT://:1', 'controller.listener.names': '' },
      BROKER,
      /^controller\.listener\.names is not set/,
    ],
    [
      { listeners: 'PLAINTEXT://:1', 'inter.broker.listener.name': 'OTHER' },
      BROKER,
      /^inter\.broker\.listener\.name = 'OTHER' is not allowed; allowed: PLAINTEXT/,
    ],
    [
      {
        listeners: 'PLAINTEXT://:1',
        'inter.broker.listener.name': 'PLAINTEXT',
        'security.inter.broker.protocol': 'PLAINTEXT',
      },
      BROKER,
      /are both set; allowed: one of them/,
    ],
    [
      { listeners: 'PLAINTEXT://:1', 'advertised.listeners': 'PLAINTEXT://0.0.0.0:1' },
      BROKER,
      /^advertised\.listeners = 'PLAINTEXT:\/\/0\.0\.0\.0:1' is not allowed/,
    ],
    [
      { listeners: 'PLAINTEXT://:1', 'advertised.listeners': 'PLAINTEXT://h:1,OTHER://h:2' },
      BROKER,
      /^advertised\.listeners has OTHER, which listeners has not/,
    ],
    [
      {
        listeners: 'PLAINTEXT://:1,CONTROLLER://:2',
        'advertised.listeners': 'CONTROLLER://h:2',
      },
      BOTH,
      /^advertised\.listeners = .* has none for the broker; allowed: at least one of PLAINTEXT/,
    ],
  ];
  for (const [configs, roles, expected] of cases) {
    const { listeners, problems } = read(configs, roles);
    assert.deepEqual(listeners, [], JSON.stringify(configs));
    assert.ok(
      problems.some((problem) => expected.test(problem)),
      `${JSON.stringify(configs)} gave ${problems.join(' / ')}`,
    );
    assert.ok(problems.every((problem) => !problem.includes('\n')));
  }
});

test('limits by address are read with IPv6 and refused when they are no numbers', () => {
  assert.deepEqual(
    [...connectionLimitsByAddress('10.0.0.1:5, [::1]:7,host:0,')],
    [
      ['10.0.0.1', 5],
      ['::1', 7],
      ['host', 0],
    ],
  );
  for (const bad of ['10.0.0.1', 'a:b', ':5', 'a b:5']) {
    const key = 'max.connections.per.ip.overrides';
    const { complaints } = ConfigValues.parse(networkConfigs, entries({ [key]: bad }));
    assert.equal(complaints.length, 1, bad);
  }
});

test('a listener can have a connection limit of its own', () => {
  const limits = maxConnectionsByListener(
    entries({ 'listener.name.client.max.connections': '7', 'listener.name.x.ssl.key': '1' }),
  );
  assert.deepEqual([...limits], [['CLIENT', 7]]);
});
