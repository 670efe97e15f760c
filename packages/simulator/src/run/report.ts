// Report: what came out of one run. Everything but the real time is the same for the same seed and code.

import { type Violation } from '../world/world.ts';
import { type Finding } from '../checkers/finding.ts';
import { type Fault } from './fault-plan.ts';
import { type Profile } from './run-options.ts';

export interface Report {
  readonly seed: number;
  readonly profile: Profile;
  readonly isClean: boolean;
  /** Names the whole course of events. */
  readonly hash: string;
  readonly simulatedMs: number;
  readonly realMs: number;
  readonly eventCount: number;
  readonly operations: { readonly ok: number; readonly failed: number; readonly unknown: number };
  readonly recordsAcked: number;
  readonly recordsRead: number;
  readonly faultsPlanned: number;
  /** Faults that had something to hit. */
  readonly faultsStruck: number;
  readonly losses: number;
  readonly marks: Readonly<Record<string, number>>;
  /** The first thing that went wrong while the run was under way. */
  readonly violation: ViolationReport | undefined;
  /** What the checkers found at the end. */
  readonly findings: readonly Finding[];
  readonly plan: readonly Fault[];
}

export interface ViolationReport {
  readonly id: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly atMs: number;
  readonly atEvent: number;
  /** The last events and log entries before it. */
  readonly recent: readonly string[];
}

export function reportViolation(violation: Violation, recent: readonly string[]): ViolationReport {
  const { id, message, atMs, atEvent, cause } = violation;
  return { id, message, stack: stackOf(cause), atMs, atEvent, recent };
}

/** The name under which a run failed; the same name means the same bug, as far as a program can tell. */
export function failureId(report: Report): string | undefined {
  return report.violation?.id ?? report.findings[0]?.id;
}

function stackOf(cause: unknown): string | undefined {
  if (cause === undefined) return undefined;
  if (!(cause instanceof Error)) return JSON.stringify(cause);
  const inner = cause.cause === undefined ? '' : `\ncaused by ${stackOf(cause.cause)}`;
  return `${cause.stack ?? cause.message}${inner}`;
}

/** For people. */
export function describeReport(report: Report): string[] {
  const { operations, violation } = report;
  const speed = report.realMs > 0 ? report.simulatedMs / report.realMs : 0;
  const lines = [
    `seed ${report.seed}: ${report.isClean ? 'clean' : `FAILED ${failureId(report)}`}, ` +
      `profile ${report.profile}, hash ${report.hash}`,
    `  ${(report.simulatedMs / 1000).toFixed(1)} simulated s in ${(report.realMs / 1000).toFixed(1)} real s ` +
      `(${speed.toFixed(0)} to 1), ${report.eventCount} events`,
    `  operations: ${operations.ok} ok, ${operations.failed} failed, ${operations.unknown} unknown; ` +
      `records: ${report.recordsAcked} acked, ${report.recordsRead} read in the end`,
    `  faults: ${report.faultsStruck} of ${report.faultsPlanned} struck, ${report.losses} may have cost data`,
  ];
  const marks = Object.entries(report.marks);
  if (marks.length > 0) {
    lines.push(`  marks: ${marks.map(([site, count]) => `${site} ${count}`).join(', ')}`);
  }
  if (violation !== undefined) {
    lines.push(
      `  ${violation.id} at event ${violation.atEvent}, ${violation.atMs.toFixed(3)} ms: ${violation.message}`,
    );
    if (violation.stack !== undefined) lines.push(indent(violation.stack));
    lines.push('  before it:', ...violation.recent.map((line) => `    ${line}`));
  }
  for (const finding of report.findings) lines.push(`  ${finding.id}: ${finding.message}`);
  return lines;
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
