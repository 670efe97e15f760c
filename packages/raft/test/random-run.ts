// One random run of a quorum from a seed: faults, then peace, in which it has to work again.

import assert from 'node:assert/strict';

import { seededRandom, TestCluster } from './cluster.ts';

export interface Tally {
  elections: number;
  truncations: number;
  snapshots: number;
  committed: number;
  voterChanges: number;
}

export function runSeed(seed: number, tally: Tally, log?: (line: string) => void): void {
  const random = seededRandom(seed);
  const pick = (n: number): number => Math.floor(random() * n);
  const size = [1, 2, 3, 3, 3, 5, 5][pick(7)] as number;
  const voters = Array.from({ length: size }, (_, i) => i + 1);
  const observers = Array.from({ length: pick(3) }, (_, i) => 10 + i);
  const kraftVersion = random() < 0.5 ? 1 : 0;
  const cluster = new TestCluster({
    voters,
    observers,
    kraftVersion,
    random,
    ...(log === undefined ? {} : { log }),
  });
  const ids = [...voters, ...observers];
  cluster.lossRate = random() < 0.5 ? random() * 0.2 : 0;
  cluster.duplicateRate = random() < 0.5 ? random() * 0.2 : 0;
  cluster.maxDelayMs = random() < 0.3 ? 300 : 5;
  cluster.syncMs = random() < 0.2 ? 200 : 2;
  cluster.startAll();
  let value = 0;
  const powerLoss = random() < 0.5;
  for (let step = 0; step < 40; step++) {
    cluster.run(20 + random() * 600);
    const id = ids[pick(ids.length)] as number;
    const node = cluster.node(id);
    switch (pick(9)) {
      case 0:
        cluster.crash(id, powerLoss ? random() : 1);
        break;
      case 1:
      case 2:
        cluster.start(id);
        break;
      case 3:
        node.isPaused = !node.isPaused;
        break;
      case 4: {
        const other = ids[pick(ids.length)] as number;
        const link = `${id}>${other}`;
        if (cluster.cut.has(link)) cluster.cut.delete(link);
        else if (other !== id) cluster.cut.add(link);
        break;
      }
      case 5:
        cluster.cut.clear();
        break;
      case 6:
        cluster.snapshot(node);
        break;
      case 7: {
        const leader = cluster.leader();
        if (leader === undefined || leader.replica === undefined) break;
        const isVoter = leader.replica.voters.voter(id) !== undefined;
        cluster.changeVoters(leader, isVoter ? 'remove' : 'add', id);
        break;
      }
      default:
        if (random() < 0.2) {
          node.replica?.resign(cluster.nowMs);
          cluster.settle(node);
        }
    }
    // Every node that believes it leads takes writes, also one that is cut off.
    for (const each of cluster.nodes.values()) {
      if (each.isPaused) continue;
      for (let n = pick(3); n > 0; n--) cluster.append(each, `v${value++}`);
    }
  }
  cluster.cut.clear();
  cluster.lossRate = 0;
  cluster.duplicateRate = 0;
  cluster.maxDelayMs = 5;
  cluster.syncMs = 2;
  for (const node of cluster.nodes.values()) node.isPaused = false;
  cluster.startAll();
  cluster.run(20_000);
  const leader = cluster.leader();
  assert.ok(leader !== undefined, 'a leader is elected after the faults');
  const before = cluster.committed.length;
  cluster.append(leader, 'last');
  cluster.run(5_000);
  assert.ok(cluster.committed.length > before, 'the quorum commits after the faults');
  for (const node of cluster.nodes.values()) {
    assert.equal(node.log.endOffset, leader.log.endOffset, `node ${node.id} has caught up`);
    assert.equal(node.stateHash, leader.stateHash, `node ${node.id} has the same state`);
  }
  tally.elections += cluster.elections;
  tally.truncations += cluster.truncations;
  tally.snapshots += cluster.snapshotsInstalled;
  tally.committed += cluster.committed.length;
  tally.voterChanges += cluster.voterChanges.filter((change) => change.errorCode === 0).length;
}
