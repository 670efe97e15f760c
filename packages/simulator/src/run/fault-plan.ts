// The fault plan: what will go wrong in a run, drawn from the seed before it starts and kept as data, so
// that it can be shortened and replayed.

import { type SimRandom } from '../kernel/sim-random.ts';
import { type Profile } from './run-options.ts';

export const FAULT_KINDS = [
  'kill',
  'power-loss',
  'restart',
  'pause',
  'disk-eio',
  'disk-sync-failure',
  'disk-short-write',
  'disk-slow',
  'disk-stall',
  'disk-full',
  'clock-step',
  'clock-drift',
  'connection-resets',
  'link-slow',
  'link-drop',
  'late-delivery',
  'connect-chaos',
  'client-kill',
  'client-pause',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** Where the code under test says that something rare happened; faults strike shortly after. */
export const TRIGGER_MARKS = [
  'partition.leads',
  'controller.activated',
  'controller.session-expired',
  'lifecycle.registration-refused',
  'log.roll',
  'log.truncate',
  'recovery.torn_tail',
  'raft.snapshot.written',
  'metadata.snapshot-written',
] as const;

export interface Fault {
  readonly kind: FaultKind;
  /** Simulated ms after the start of the faults; or, with `on`, the earliest time. */
  readonly atMs: number;
  /** Strikes after this mark was reached for the `nth` time since then. */
  readonly on?: { readonly mark: string; readonly nth: number; readonly delayMs: number };
  /** Which host or client, as a number that is taken modulo how many there are. */
  readonly target: number;
  /** How long it lasts; for kinds that end a process, how long it stays down. */
  readonly forMs: number;
  /** How bad it is, in [0, 1); each kind reads it in its own way. */
  readonly strength: number;
}

/** Of the kinds, how many are on in a run. */
const KIND_PROBABILITY = 0.5;
const TRIGGER_PROBABILITY = 0.5;
const MIN_RATE_PER_MINUTE = 1;
const MAX_RATE_PER_MINUTE = 12;

/** Kinds that break the promise of a disk, which no replica of its own can stand. */
const WILD_ONLY: ReadonlySet<FaultKind> = new Set(['disk-sync-failure']);

export function drawFaultPlan(random: SimRandom, profile: Profile, seconds: number): Fault[] {
  if (profile === 'quiet') return [];
  const plan: Fault[] = [];
  for (const kind of FAULT_KINDS) {
    // A stream of its own for each kind: one kind more or less leaves the others as they were.
    const draws = random.fork(kind);
    if (!draws.chance(KIND_PROBABILITY)) continue;
    if (profile === 'safe' && WILD_ONLY.has(kind)) continue;
    const perMinute = draws.magnitude(MIN_RATE_PER_MINUTE, MAX_RATE_PER_MINUTE);
    const count = Math.max(1, Math.round((perMinute * seconds) / 60));
    for (let i = 0; i < count; i++) plan.push(drawFault(draws, kind, seconds * 1000));
  }
  return plan.sort((a, b) => a.atMs - b.atMs);
}

function drawFault(draws: SimRandom, kind: FaultKind, lengthMs: number): Fault {
  const fault: Fault = {
    kind,
    atMs: Math.floor(draws.between(0, lengthMs)),
    target: draws.int(1000),
    forMs: Math.floor(durationMs(draws, kind)),
    strength: draws.float(),
  };
  if (!draws.chance(TRIGGER_PROBABILITY)) return fault;
  const on = {
    mark: draws.pick(TRIGGER_MARKS),
    nth: 1 + draws.int(3),
    delayMs: draws.between(0, 5),
  };
  return { ...fault, on };
}

function durationMs(draws: SimRandom, kind: FaultKind): number {
  switch (kind) {
    case 'kill':
    case 'power-loss':
    case 'restart':
    case 'client-kill':
      return draws.magnitude(50, 5000);
    case 'pause':
    case 'client-pause':
      return draws.magnitude(50, 20_000);
    case 'disk-stall':
      return draws.magnitude(100, 10_000);
    default:
      return draws.magnitude(20, 8000);
  }
}
