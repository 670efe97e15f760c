// Ledger: what the injected faults may have cost. A checker asks it before it calls a loss a violation.

export interface Loss {
  readonly atMs: number;
  readonly kind: 'power-loss' | 'failed-sync' | 'bit-rot' | 'wipe';
  readonly host: string;
}

export class Ledger {
  readonly losses: Loss[] = [];
  /** True when what is acknowledged to acks=all was synced first (log.flush.interval.messages=1). */
  readonly syncsBeforeAck: boolean;

  constructor(syncsBeforeAck: boolean) {
    this.syncsBeforeAck = syncsBeforeAck;
  }

  add(loss: Loss): void {
    this.losses.push(loss);
  }

  /**
   * Whether an acknowledged record, appended at or after `sinceMs`, may be gone.
   *
   * With one replica a power loss takes what was not synced; where records are synced before they are
   * acknowledged to acks=all it takes none of these.
   */
  mayLoseAcked(sinceMs: number, acks: number): boolean {
    const isSynced = this.syncsBeforeAck && acks === -1;
    return this.losses.some(
      (loss) => loss.atMs >= sinceMs && !(isSynced && loss.kind === 'power-loss'),
    );
  }

  /** Whether a record that was only seen, not acknowledged, may be gone or replaced. */
  mayLoseSeen(sinceMs: number): boolean {
    return this.losses.some((loss) => loss.atMs >= sinceMs);
  }
}
