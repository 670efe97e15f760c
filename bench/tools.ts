// The programs of others that a run needs: looked for first, and a missing one is said by name.

import { execFileSync } from 'node:child_process';

export type Tool = 'java' | 'mvn' | 'python3';

const TOOLS: Readonly<Record<Tool, { readonly versionFlag: string; readonly use: string }>> = {
  java: { versionFlag: '-version', use: 'a Java runtime, 17 or newer, that runs Apache Kafka' },
  mvn: { versionFlag: '--version', use: "Apache Maven, that fetches Apache Kafka's jars once" },
  python3: { versionFlag: '--version', use: 'Python with venv and pip, that runs librdkafka' },
};

export class ToolMissing extends Error {}

/** @throws ToolMissing naming every tool that does not run here */
export function requireTools(tools: readonly Tool[]): void {
  const missing = tools.filter((tool) => toolVersion(tool) === undefined);
  if (missing.length === 0) return;
  const lines = missing.map((tool) => `  ${tool}: ${TOOLS[tool].use}`);
  throw new ToolMissing(`not found on this machine:\n${lines.join('\n')}`);
}

/** The first line of what the tool says about itself; undefined where it does not run. */
export function toolVersion(tool: Tool): string | undefined {
  try {
    // Java says it on standard error.
    const output = execFileSync('sh', ['-c', `${tool} ${TOOLS[tool].versionFlag} 2>&1`], {
      encoding: 'utf8',
    });
    return output.split('\n')[0]?.trim();
  } catch {
    // Not there, or not able to say its version: of no use either way.
    return undefined;
  }
}
