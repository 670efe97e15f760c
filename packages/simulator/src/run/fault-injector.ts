// FaultInjector: carries out a fault plan in a world, and keeps the ledger of what it may have cost.

import { unreachable } from '@samsa/common';

import { type DiskOperation } from '../disk/disk-fault.ts';
import { type Host } from '../world/host.ts';
import { type SimProcess } from '../world/sim-process.ts';
import { type World } from '../world/world.ts';
import { type Fault } from './fault-plan.ts';
import { type Ledger } from './ledger.ts';

/** What can fail without breaking the promise of an earlier sync. */
const DISK_EIO: readonly (readonly DiskOperation[])[] = [['write'], ['read'], ['names']];

/** What a full disk may still have room for. */
const MAX_LEFT_BYTES = 100_000;

export interface FaultTargets {
  readonly world: World;
  readonly ledger: Ledger;
  readonly nodes: readonly SimProcess[];
  readonly clients: readonly SimProcess[];
  /** Ends the node in an orderly manner; the caretaker starts it again. */
  restart(node: SimProcess): void;
  /** A process that went down by plan; it comes back after so long. */
  startLater(process: SimProcess, afterMs: number): void;
}

export class FaultInjector {
  readonly #targets: FaultTargets;
  readonly #world: World;
  /** How many faults of the plan came about. */
  struckCount = 0;
  #healers = new Set<() => void>();
  #isOver = false;

  constructor(targets: FaultTargets) {
    this.#targets = targets;
    this.#world = targets.world;
  }

  /** Arms the plan; its times count from now. */
  arm(plan: readonly Fault[]): void {
    const startMs = this.#world.nowMs;
    for (const fault of plan) {
      this.#world.at(startMs + fault.atMs, () => {
        if (this.#isOver) return;
        if (fault.on === undefined) this.#strike(fault);
        else this.#strikeAfterMark(fault, fault.on);
      });
    }
  }

  /** Ends every fault that is still on, and strikes no more. */
  heal(): void {
    this.#isOver = true;
    for (const heal of this.#healers) heal();
    this.#healers.clear();
    this.#world.network.heal();
    for (const host of this.#world.hosts) {
      host.disk.heal();
      host.boot();
    }
  }

  #strikeAfterMark(fault: Fault, on: NonNullable<Fault['on']>): void {
    let left = on.nth;
    const stop = this.#world.marks.listen((site) => {
      if (site !== on.mark || --left > 0) return;
      stop();
      this.#world.at(this.#world.nowMs + on.delayMs, () => {
        if (!this.#isOver) this.#strike(fault);
      });
    });
    this.#healers.add(stop);
  }

  #for(ms: number, end: () => void): void {
    this.#healers.add(end);
    this.#world.at(this.#world.nowMs + ms, () => {
      if (this.#healers.delete(end)) end();
    });
  }

  #strike(fault: Fault): void {
    const { nodes, clients } = this.#targets;
    const node = nodes[fault.target % nodes.length] as SimProcess;
    const client = clients[fault.target % clients.length] as SimProcess;
    if (this.#act(fault, node, client)) this.struckCount++;
  }

  /** @returns false when there was nothing to hit */
  #act(fault: Fault, node: SimProcess, client: SimProcess): boolean {
    const { network } = this.#world;
    const { forMs, strength } = fault;
    switch (fault.kind) {
      case 'kill':
        return this.#kill(node, forMs);
      case 'client-kill':
        return this.#kill(client, forMs);
      case 'power-loss':
        return this.#losePower(node.host, forMs);
      case 'restart':
        if (!node.isReady) return false;
        this.#targets.restart(node);
        return true;
      case 'pause':
        return this.#pause(node, forMs);
      case 'client-pause':
        return this.#pause(client, forMs);
      case 'disk-eio': {
        const operations = DISK_EIO[
          Math.floor(strength * DISK_EIO.length)
        ] as readonly DiskOperation[];
        return this.#failDisk(node.host, operations, forMs, strength);
      }
      case 'disk-sync-failure': {
        const { ledger } = this.#targets;
        ledger.add({ atMs: this.#world.nowMs, kind: 'failed-sync', host: node.host.name });
        return this.#failDisk(node.host, ['sync'], forMs, strength);
      }
      case 'disk-short-write':
        this.#for(
          forMs,
          node.host.disk.addFault({
            kind: 'short',
            operations: ['write'],
            probability: strength,
          }),
        );
        return true;
      case 'disk-slow':
        this.#for(
          forMs,
          node.host.disk.addFault({ kind: 'slow', factor: 10 ** (1 + 2 * strength) }),
        );
        return true;
      case 'disk-stall':
        this.#for(
          forMs,
          node.host.disk.addFault({ kind: 'stall', untilMs: this.#world.nowMs + forMs }),
        );
        return true;
      case 'disk-full':
        return this.#fillDisk(node.host, forMs, strength);
      case 'clock-step': {
        const size = 3_600_000 ** (2 * Math.abs(strength - 0.5));
        node.host.clock.step(strength < 0.5 ? -size : size);
        return true;
      }
      case 'clock-drift':
        node.host.clock.setDrift(this.#world.nowMs, (strength - 0.5) * 400);
        return true;
      case 'connection-resets':
        return network.resetConnections(client.host.name, node.host.name) > 0;
      case 'late-delivery':
        return network.stallConnections(client.host.name, node.host.name, 60_000 * strength) > 0;
      case 'link-slow':
        return this.#link(client.host, node.host, forMs, (link) => {
          link.slowness = 10 ** (1 + 2 * strength);
          return () => (link.slowness = 1);
        });
      case 'link-drop':
        return this.#link(client.host, node.host, forMs, (link) => {
          link.state = 'drop';
          return () => (link.state = 'open');
        });
      case 'connect-chaos':
        Object.assign(network.connectChaos, {
          refused: strength * 0.3,
          hangs: strength * 0.1,
          dies: strength * 0.3,
        });
        this.#for(forMs, () =>
          Object.assign(network.connectChaos, { refused: 0, hangs: 0, dies: 0 }),
        );
        return true;
      default:
        return unreachable(fault.kind);
    }
  }

  #kill(process: SimProcess, forMs: number): boolean {
    if (!process.isUp) return false;
    process.kill();
    this.#targets.startLater(process, forMs);
    return true;
  }

  #losePower(host: Host, forMs: number): boolean {
    if (!host.isUp) return false;
    this.#targets.ledger.add({ atMs: this.#world.nowMs, kind: 'power-loss', host: host.name });
    host.losePower();
    this.#world.at(this.#world.nowMs + forMs, () => host.boot());
    for (const process of host.processes) this.#targets.startLater(process, forMs + 1);
    return true;
  }

  #pause(process: SimProcess, forMs: number): boolean {
    if (!process.isUp) return false;
    const { life } = process;
    process.pause();
    this.#for(forMs, () => life?.resume());
    return true;
  }

  #failDisk(
    host: Host,
    operations: readonly DiskOperation[],
    forMs: number,
    strength: number,
  ): boolean {
    // Another reading of the same number: how often is not tied to what.
    const probability = 0.02 + ((strength * 7) % 1) * 0.5;
    this.#for(forMs, host.disk.addFault({ kind: 'eio', operations, probability }));
    return true;
  }

  #fillDisk(host: Host, forMs: number, strength: number): boolean {
    const limitBytes = host.disk.usedBytes + Math.floor(strength * MAX_LEFT_BYTES);
    this.#for(forMs, host.disk.addFault({ kind: 'full', limitBytes }));
    return true;
  }

  #link(
    a: Host,
    b: Host,
    forMs: number,
    spoil: (link: ReturnType<World['network']['link']>) => () => void,
  ): boolean {
    for (const link of [
      this.#world.network.link(a.name, b.name),
      this.#world.network.link(b.name, a.name),
    ]) {
      this.#for(forMs, spoil(link));
    }
    return true;
  }
}
