// Lives of simulated processes: crash, pause, clocks, the guard, stalls.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { type Platform } from '@samsa/common';
import { simulate, SimulationFailure } from '@samsa/simulator';

function failsWith(id: string, text: RegExp): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof SimulationFailure, String(error));
    assert.equal(error.violation.id, id);
    assert.match(error.message, text);
    return true;
  };
}

test('a suspended function of a killed process never resumes, not even its finally', async () => {
  const seen: string[] = [];
  await simulate(1, async (world) => {
    const process = world.host('h').process('p', async (platform: Platform) => {
      try {
        await platform.timers.sleep(100);
        seen.push('resumed');
      } finally {
        seen.push('finally');
      }
    });
    void process.start();
    await world.sleep(50);
    process.kill();
    await world.sleep(1000);
  });
  assert.deepEqual(seen, []);
});

test('a process that is paused gets its events late, in order, and sees the time that has passed', async () => {
  await simulate(2, async (world) => {
    const seen: number[] = [];
    const process = await world.host('h').start('p', (platform: Platform) => {
      const startMs = platform.clock.monotonicMs();
      for (const ms of [10, 20, 30]) {
        platform.timers.after(ms, () => seen.push(platform.clock.monotonicMs() - startMs));
      }
    });
    await world.sleep(15);
    process.pause();
    await world.sleep(500);
    assert.equal(seen.length, 1);
    process.resume();
    await world.sleep(5);
    assert.equal(seen.length, 3);
    assert.ok(seen.slice(1).every((ms) => ms > 500));
  });
});

test('a slow synchronous call holds up the whole process', async () => {
  await simulate(3, async (world) => {
    const host = world.host('h');
    let lateMs = 0;
    await host.start('p', (platform: Platform) => {
      const file = platform.disk.openNow('f', 'create');
      const startMs = platform.clock.monotonicMs();
      platform.timers.after(10, () => (lateMs = platform.clock.monotonicMs() - startMs));
      host.disk.addFault({ kind: 'stall', operations: ['write'], untilMs: world.nowMs + 2000 });
      for (let at = 0; at < 50; at += 10) file.writeNow([new Uint8Array(10)], at);
      assert.ok(platform.clock.monotonicMs() - startMs > 1900, 'the clock moves inside the call');
    });
    await world.sleep(3000);
    assert.ok(lateMs > 1900 && lateMs < 2100, `late by ${lateMs}`);
  });
});

test('an unhandled rejection fails the run and names its process', async () => {
  await assert.rejects(
    simulate(4, async (world) => {
      await world.host('h').start('guilty', (platform: Platform) => {
        platform.timers.after(5, () => void Promise.reject(new Error('nobody cares')));
      });
      await world.host('i').start('innocent', () => {});
      await world.sleep(100);
    }),
    failsWith('P1', /guilty\.1.*\n?.*nobody cares/),
  );
});

test('an error thrown in a timer fails the run and names its process', async () => {
  await assert.rejects(
    simulate(5, async (world) => {
      await world.host('h').start('guilty', (platform: Platform) => {
        platform.timers.after(5, () => {
          throw new Error('thrown');
        });
      });
      await world.sleep(100);
    }),
    failsWith('P1', /guilty\.1/),
  );
});

const reaches: Record<string, () => unknown> = {
  'Date.now': () => Date.now(),
  'new Date': () => new Date(),
  'Math.random': () => Math.random(),
  setTimeout: () => setTimeout(() => {}, 1),
  setImmediate: () => setImmediate(() => {}),
  'performance.now': () => performance.now(),
  'process.nextTick': () => process.nextTick(() => {}),
  'process.hrtime': () => process.hrtime(),
  'crypto.randomUUID': () => crypto.randomUUID(),
  'AbortSignal.timeout': () => AbortSignal.timeout(1),
};

for (const [name, reach] of Object.entries(reaches)) {
  test(`a process that calls ${name} fails the run`, async () => {
    await assert.rejects(
      simulate(6, async (world) => {
        await world.host('h').start('p', (platform: Platform) => {
          platform.timers.after(1, reach);
        });
        await world.sleep(10);
      }),
      failsWith('P1', /only its Platform/),
    );
  });
}

function globals(): unknown[] {
  const at = (holder: object, name: string): unknown =>
    Object.getOwnPropertyDescriptor(holder, name)?.value;
  return [
    Date,
    setTimeout,
    at(Date, 'now'),
    at(Math, 'random'),
    at(process, 'nextTick'),
    at(performance, 'now'),
  ];
}

test('the globals are as before when the simulation is over', async () => {
  const before = globals();
  await simulate(7, async (world) => world.sleep(1));
  assert.deepEqual(globals(), before);
});

test('converting a time with new Date(ms) is allowed', async () => {
  await simulate(8, async (world) => {
    await world.host('h').start('p', (platform: Platform) => {
      assert.equal(new Date(platform.clock.nowMs()).getUTCFullYear(), 2026);
    });
  });
});

test('a scenario that waits for what never happens is a deadlock', async () => {
  await assert.rejects(
    simulate(9, async () => new Promise(() => {})),
    failsWith('deadlock', /still waits/),
  );
});

test('a loop that yields for ever without time passing is a busy loop', async () => {
  await assert.rejects(
    simulate(10, async (world) => {
      await world.host('h').start('p', async (platform: Platform) => {
        for (;;) await platform.timers.yield();
      });
    }),
    failsWith('busy-loop', /yield/),
  );
});

test('fatal ends the process at the call and leaves the world running', async () => {
  const seen: string[] = [];
  await simulate(11, async (world) => {
    const process = await world.host('h').start('p', (platform: Platform) => {
      platform.timers.after(5, () => {
        seen.push('before');
        platform.fatal('the disk is damaged');
        seen.push('after');
      });
      platform.timers.after(50, () => seen.push('later'));
    });
    await world.sleep(1000);
    assert.equal(process.isUp, false);
    assert.equal(process.lastWords?.reason, 'the disk is damaged');
    await process.start();
    assert.ok(process.isUp);
    assert.equal(process.life?.ordinal, 2);
  });
  assert.deepEqual(seen, ['before']);
});

test('end-of-turn callbacks run in order, after the microtasks of the event that asked for them', async () => {
  await simulate(12, async (world) => {
    const seen: string[] = [];
    await world.host('h').start('p', (platform: Platform) => {
      platform.timers.endOfTurn(() => {
        seen.push('a');
        void Promise.resolve().then(() => seen.push('a, later'));
      });
      platform.timers.endOfTurn(() => seen.push('b'));
      void Promise.resolve().then(() => seen.push('microtask'));
    });
    await world.sleep(1);
    assert.deepEqual(seen, ['microtask', 'a', 'a, later', 'b']);
  });
});

test('the wall clock steps and the monotonic one does not', async () => {
  await simulate(13, async (world) => {
    const host = world.host('h');
    let clock: Platform['clock'] | undefined;
    await host.start('p', (platform: Platform) => {
      clock = platform.clock;
    });
    assert.ok(clock !== undefined);
    const [wallMs, monotonicMs] = [clock.nowMs(), clock.monotonicMs()];
    host.clock.step(-3_600_000);
    assert.ok(clock.nowMs() < wallMs - 3_599_000);
    assert.ok(clock.monotonicMs() >= monotonicMs);
    host.clock.setDrift(world.nowMs, 200);
    assert.ok(Math.abs(clock.monotonicMs() - monotonicMs) < 1);
  });
});
