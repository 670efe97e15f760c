import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  addressFromBytes,
  addressToBytes,
  principalFromBytes,
  principalToBytes,
} from './principal-bytes.ts';

test('a principal is written as Kafka writes it', () => {
  const bytes = principalToBytes({ type: 'User', name: 'ANONYMOUS' });
  const text = Buffer.from(bytes).toString('hex');
  assert.equal(
    text,
    `000005${Buffer.from('User').toString('hex')}0a${Buffer.from('ANONYMOUS').toString('hex')}0000`,
  );
  assert.deepEqual(principalFromBytes(bytes), { type: 'User', name: 'ANONYMOUS' });
});

test('a principal of an unknown version is refused', () => {
  assert.throws(() => principalFromBytes(Uint8Array.of(0, 9, 1, 1)), /version 9/);
});

test('addresses of both kinds keep their bytes', () => {
  const cases: readonly (readonly [text: string, hex: string])[] = [
    ['127.0.0.1', '7f000001'],
    ['::ffff:10.0.0.2', '0a000002'],
    ['::1', '00000000000000000000000000000001'],
    ['fe80::2%eth0', 'fe800000000000000000000000000002'],
    ['2001:db8:0:0:1:0:0:1', '20010db8000000000001000000000001'],
    ['nonsense', '00000000'],
  ];
  for (const [text, hex] of cases) {
    assert.equal(Buffer.from(addressToBytes(text)).toString('hex'), hex, text);
  }
  assert.equal(addressFromBytes(addressToBytes('127.0.0.1')), '127.0.0.1');
  assert.equal(addressFromBytes(addressToBytes('::1')), '0:0:0:0:0:0:0:1');
});
