import assert from 'node:assert/strict';
import { test } from 'node:test';

import { FrameDecoder, type FrameReceiver } from './frame-decoder.ts';
import { ReceiveMemory } from './receive-memory.ts';

const LIMITS = { minFrameBytes: 8, maxFrameBytes: 40 * 1024 * 1024 };

interface Rig {
  readonly memory: ReceiveMemory;
  readonly decoder: FrameDecoder;
  readonly frames: Buffer[];
  readonly breaks: string[];
  readonly isPaused: () => boolean;
  /** Frames that the receiver takes before it asks for a pause. */
  allow: number;
}

function rig(memory = new ReceiveMemory(), keeps = false): Rig {
  let isPaused = false;
  const frames: Buffer[] = [];
  const breaks: string[] = [];
  const receiver: FrameReceiver = {
    frame(bytes, from, to) {
      if (made.allow <= 0) return false;
      made.allow--;
      if (keeps) {
        const kept = decoder.keepFrame(bytes, from, to);
        frames.push(Buffer.from(kept.buffer, kept.byteOffset, kept.byteLength));
      } else {
        frames.push(Buffer.from(bytes.subarray(from, to)));
      }
      return true;
    },
    broken: (reason) => breaks.push(reason),
  };
  const flow = {
    pause: () => {
      isPaused = true;
    },
    resume: () => {
      isPaused = false;
    },
  };
  const decoder = new FrameDecoder(memory, flow, receiver, LIMITS);
  const made: Rig = { memory, decoder, frames, breaks, isPaused: () => isPaused, allow: Infinity };
  return made;
}

/** Fills the decoder's buffers as a socket would; what is left when it pauses is returned. */
function feed(to: Rig, bytes: Uint8Array, chunkBytes = Infinity): Uint8Array {
  let at = 0;
  while (at < bytes.length && !to.isPaused() && to.breaks.length === 0) {
    const buffer = to.decoder.buffer();
    const isLanding = buffer.buffer === to.memory.landing.buffer;
    const size = Math.min(buffer.length, bytes.length - at, chunkBytes);
    buffer.set(bytes.subarray(at, at + size));
    to.decoder.filled(size);
    buffer.fill(0xdb, 0, isLanding ? size : 0); // the landing buffer is anybody's after the event
    at += size;
  }
  return bytes.subarray(at);
}

function frame(size: number, seed = size): Buffer {
  const bytes = Buffer.alloc(4 + size);
  bytes.writeInt32BE(size);
  for (let i = 4; i < bytes.length; i++) bytes[i] = (seed * 31 + i * 7) & 0xff;
  return bytes;
}

const bodies = (...frames: Buffer[]): Buffer[] => frames.map((bytes) => bytes.subarray(4));

test('frames that come glued in one read are handed over one by one', () => {
  const made = rig();
  const frames = [frame(8), frame(9), frame(100_000), frame(8, 3)];
  feed(made, Buffer.concat(frames));
  assert.deepEqual(made.frames, bodies(...frames));
  assert.equal(made.memory.usedBytes, 0);
});

test('a cut at any byte changes nothing', () => {
  const frames = [frame(8), frame(13), frame(10)];
  const bytes = Buffer.concat(frames);
  for (let cut = 0; cut <= bytes.length; cut++) {
    const made = rig();
    feed(made, bytes.subarray(0, cut));
    feed(made, bytes.subarray(cut));
    assert.deepEqual(made.frames, bodies(...frames), `cut at ${cut}`);
    assert.equal(made.memory.usedBytes, 0);
  }
});

test('frames arrive whole when every byte comes alone', () => {
  const made = rig();
  const frames = [frame(8), frame(3_000), frame(9)];
  feed(made, Buffer.concat(frames), 1);
  assert.deepEqual(made.frames, bodies(...frames));
});

test('large frames come through in reads of any size and give their memory back', () => {
  for (const chunkBytes of [1_000, 65_536, 262_144, 1_000_003]) {
    const made = rig();
    const frames = [frame(300_000), frame(5_000_000), frame(8), frame(1_048_576)];
    feed(made, Buffer.concat(frames), chunkBytes);
    assert.ok(
      made.frames.every((body, i) => body.equals(frames[i]!.subarray(4))),
      `reads of ${chunkBytes}`,
    );
    assert.equal(made.frames.length, frames.length);
    assert.equal(made.memory.usedBytes, 0);
  }
});

test('a receiver that cannot take a frame stops the reading and gets the same frame again', () => {
  const frames = Array.from({ length: 20 }, (_, i) => frame(8 + i * 10));
  frames.push(frame(2_000_000));
  for (const chunkBytes of [7, 1_000, Infinity]) {
    const made = rig();
    made.allow = 0;
    let rest: Uint8Array = Buffer.concat(frames);
    let rounds = 0;
    while (made.frames.length < frames.length && rounds++ < 10_000) {
      rest = feed(made, rest, chunkBytes);
      if (!made.isPaused()) continue;
      made.allow = 1;
      made.decoder.resume();
    }
    assert.deepEqual(made.frames, bodies(...frames), `reads of ${chunkBytes}`);
    assert.equal(made.memory.usedBytes, 0);
  }
});

test('sizes that no frame can have break the stream before anything is allocated', () => {
  for (const size of [-1, -(2 ** 31), 0, 1, 7, LIMITS.maxFrameBytes + 1, 2 ** 31 - 1]) {
    const made = rig();
    const prefix = Buffer.alloc(4);
    prefix.writeInt32BE(size);
    feed(made, prefix);
    assert.equal(made.breaks.length, 1, `size ${size}`);
    assert.match(made.breaks[0]!, new RegExp(`a frame of ${size} bytes`));
    assert.equal(made.memory.usedBytes, 0);
    assert.equal(made.frames.length, 0);
  }
});

test('HTTP and TLS on a Kafka port are named', () => {
  const http = rig();
  feed(http, Buffer.from('GET / HTTP/1.1\r\n'));
  assert.match(http.breaks[0]!, /HTTP request/);
  const tls = rig();
  feed(tls, Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00]));
  assert.match(tls.breaks[0]!, /TLS handshake/);
});

test('a peer that announces much and sends little makes us set aside little', () => {
  const made = rig();
  const bytes = frame(32 * 1024 * 1024);
  feed(made, bytes.subarray(0, 1_000));
  assert.ok(made.memory.usedBytes <= 1024 * 1024);
  feed(made, bytes.subarray(1_000, 3_000_000));
  assert.ok(made.memory.usedBytes <= 4 * 3_000_000);
});

test('over the memory bound a cut frame waits until another one is complete', async () => {
  const memory = new ReceiveMemory(1_000_000);
  const first = rig(memory);
  const second = rig(memory);
  const bytes = frame(600_000);
  feed(first, bytes.subarray(0, 500_000));
  const rest = feed(second, bytes);
  assert.equal(second.isPaused(), true);
  assert.ok(memory.usedBytes <= 1_000_000);
  feed(first, bytes.subarray(500_000));
  await Promise.resolve();
  assert.equal(second.isPaused(), false);
  feed(second, rest);
  assert.deepEqual(second.frames, bodies(bytes));
  assert.equal(memory.usedBytes, 0);
});

test('when nothing more can be kept the connection is given up', () => {
  const memory = new ReceiveMemory(100_000);
  const first = rig(memory);
  feed(first, frame(90_000).subarray(0, 50_000));
  const second = rig(memory);
  second.allow = 0;
  for (let i = 0; i < 10 && second.breaks.length === 0; i++) {
    const one = rig(memory);
    one.allow = 0;
    feed(one, frame(3_900));
    second.breaks.push(...one.breaks);
  }
  assert.match(second.breaks[0]!, /too many bytes of waiting requests/);
  assert.ok(memory.usedBytes <= 100_000);
});

test('closing gives back what a cut and a waiting frame own', () => {
  const memory = new ReceiveMemory();
  const cut = rig(memory);
  feed(cut, frame(500_000).subarray(0, 100_000));
  const waiting = rig(memory);
  waiting.allow = 0;
  feed(waiting, Buffer.concat([frame(100), frame(100)]));
  assert.ok(memory.usedBytes > 0);
  cut.decoder.close();
  waiting.decoder.close();
  assert.equal(memory.usedBytes, 0);
});

test('a kept frame stays as it was when more arrives', () => {
  const made = rig(new ReceiveMemory(), true);
  const frames = [frame(50), frame(2_000_000), frame(60), frame(2_000_000, 5)];
  feed(made, Buffer.concat(frames));
  made.memory.landingBytes.fill(0);
  assert.ok(made.frames.every((body, i) => body.equals(frames[i]!.subarray(4))));
});

test('closing in the middle of a read hands over nothing more', () => {
  const memory = new ReceiveMemory();
  let count = 0;
  const decoder: FrameDecoder = new FrameDecoder(
    memory,
    { pause() {}, resume() {} },
    {
      frame() {
        count++;
        decoder.close();
        return true;
      },
      broken() {},
    },
    LIMITS,
  );
  const bytes = Buffer.concat([frame(10), frame(10)]);
  decoder.buffer().set(bytes);
  decoder.filled(bytes.length);
  assert.equal(count, 1);
});
