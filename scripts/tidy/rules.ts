// The house rules that a machine can check. Each rule looks at one file, or at all, and returns what
// is wrong in words that say how to put it right.

import {
  codeOnly,
  importsOf,
  isGenerated,
  isProduct,
  isTest,
  packageOf,
  roomOf,
  type SourceFile,
} from './source-file.ts';

export interface Problem {
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

export type Rule = (file: SourceFile) => Problem[];

/** Which packages each package may import. The arrows of ARCHITECTURE.md, and the only ones. */
export const ARROWS: Readonly<Record<string, readonly string[]>> = {
  common: [],
  protocol: ['common'],
  raft: ['common', 'protocol'],
  metadata: ['common', 'protocol'],
  coordinator: ['common', 'protocol', 'metadata'],
  network: ['common', 'protocol'],
  storage: ['common', 'protocol'],
  server: ['common', 'protocol', 'raft', 'metadata', 'coordinator', 'network', 'storage'],
  simulator: [
    'common',
    'protocol',
    'raft',
    'metadata',
    'coordinator',
    'network',
    'storage',
    'server',
  ],
  cli: [
    'common',
    'protocol',
    'raft',
    'metadata',
    'coordinator',
    'network',
    'storage',
    'server',
    'simulator',
  ],
};

/** Packages from outside, and the one file of a package that may import each. */
const DEPENDENCY_OWNERS: Readonly<Record<string, RegExp>> = {
  '@node-rs/crc32': /^packages\/server\/src\/node\//,
};

export const arrows: Rule = (file) => {
  const own = packageOf(file.path);
  if (own === undefined || !file.path.includes('/src/')) return [];
  const allowed = ARROWS[own];
  if (allowed === undefined) {
    return [problem(file, 1, `package '${own}' has no arrows; add it to scripts/tidy/rules.ts`)];
  }
  const problems: Problem[] = [];
  for (const { specifier, line } of importsOf(file)) {
    const target = /^@samsa\/([^/]+)/.exec(specifier)?.[1];
    // A room's simulated tests run above it, in the world that the simulator makes.
    const isSimulated = target === 'simulator' && file.path.endsWith('.sim.test.ts');
    if (target !== undefined && target !== own && !allowed.includes(target) && !isSimulated) {
      problems.push(problem(file, line, `${own} may not import ${target}`));
    }
    if (target === own) {
      problems.push(problem(file, line, `inside ${own} use a relative path`));
    }
    if (specifier.startsWith('.') && leavesPackage(file.path, specifier)) {
      problems.push(problem(file, line, `across packages import by name, not '${specifier}'`));
    }
    if (specifier.startsWith('.') && !/\.(ts|json)$/.test(specifier)) {
      problems.push(
        problem(file, line, `a relative import names its file with .ts: '${specifier}'`),
      );
    }
  }
  return problems;
};

function leavesPackage(path: string, specifier: string): boolean {
  const target = new URL(specifier, `file:///${path}`).pathname.slice(1);
  return packageOf(target) !== packageOf(path);
}

/** Only the pipeline's table reaches handlers; a test may look at the handler beside it. */
export const handlersDoor: Rule = (file) => {
  if (packageOf(file.path) !== 'server' || roomOf(file.path) === 'handlers') return [];
  return importsOf(file)
    .filter(({ specifier }) => /(^|\/)handlers\//.test(specifier))
    .filter(() => roomOf(file.path) !== 'pipeline')
    .map(({ line }) => problem(file, line, 'only pipeline may import handlers'));
};

const IO_MODULES = new Set([
  'fs',
  'fs/promises',
  'net',
  'tls',
  'dns',
  'dns/promises',
  'http',
  'https',
  'http2',
  'timers',
  'timers/promises',
  'worker_threads',
  'cluster',
  'child_process',
  'os',
  'process',
  'readline',
  'dgram',
  'inspector',
  'v8',
  'vm',
  'perf_hooks',
  'module',
  'stream',
  'stream/promises',
]);

const BANNED_GLOBALS: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\b|\bnew Date\(\s*\)/, 'platform.clock'],
  [/\bperformance\.\w+/, 'platform.clock'],
  [
    /\bprocess\.(?:argv|chdir|cpuUsage|cwd|emit|exit|exitCode|hrtime|memoryUsage|nextTick|on|once|pid|platform|std\w+|uptime|versions?)\b/,
    'platform',
  ],
  [/\bprocess\.env\b/, 'a config value handed in'],
  [/\bMath\.random\b/, 'platform.random'],
  [/\bcrypto\.(?:random\w*|getRandomValues|subtle)\b/, 'platform.random or platform.cpu'],
  [/\bset(?:Timeout|Interval|Immediate)\s*\(/, 'platform.timers'],
  [/\bAbortSignal\.timeout\b/, 'platform.timers'],
  [/\bnew (?:WeakRef|FinalizationRegistry)\b/, 'an explicit release'],
  [/\bconsole\.\w+/, 'platform.log'],
];

/** The Platform seam: nothing that makes two runs differ is reached by another way. */
export const seam: Rule = (file) => {
  if (!isProduct(file.path) || isGenerated(file.path)) return [];
  if (file.path.includes('/node/') || packageOf(file.path) === 'cli') return [];
  const problems: Problem[] = [];
  for (const { specifier, line } of importsOf(file)) {
    const name = specifier.replace(/^node:/, '');
    if (IO_MODULES.has(name) && (specifier.startsWith('node:') || !specifier.startsWith('.'))) {
      problems.push(problem(file, line, `${specifier} belongs under a node/ folder`));
    }
    if (name === 'zlib' && !file.path.startsWith('packages/protocol/src/compression/')) {
      problems.push(problem(file, line, 'node:zlib belongs in protocol/src/compression'));
    }
  }
  const lines = codeOnly(file.text).split('\n');
  lines.forEach((code, index) => {
    for (const [pattern, instead] of BANNED_GLOBALS) {
      const found = pattern.exec(code);
      if (found !== null) {
        problems.push(problem(file, index + 1, `${found[0].trim()}: use ${instead}`));
      }
    }
  });
  return problems;
};

export const dependencyOwner: Rule = (file) => {
  if (!isProduct(file.path)) return [];
  const problems: Problem[] = [];
  for (const { specifier, line } of importsOf(file)) {
    if (/^(?:\.|node:|@samsa\/)/.test(specifier)) continue;
    const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
    const owner = DEPENDENCY_OWNERS[name];
    if (owner === undefined) {
      problems.push(problem(file, line, `${name} is not a dependency that was agreed on`));
    } else if (!owner.test(file.path)) {
      problems.push(problem(file, line, `${name} is imported in one place only, not here`));
    }
  }
  return problems;
};

const EMPTY_NAMES = /(?:manager|service|helper|helpers|util|utils|impl|misc)\.ts$/;
const EMPTY_CLASS =
  /\b(?:class|interface|type)\s+(\w*(?:Manager|Service|Helper|Util|Utils|Impl))\b/;

/** Names that say nothing. Kafka's own protocol names in generated code are exempt. */
export const tellingNames: Rule = (file) => {
  if (isGenerated(file.path) || !file.path.endsWith('.ts')) return [];
  const problems: Problem[] = [];
  if (EMPTY_NAMES.test(file.path)) problems.push(problem(file, 1, 'the file name says nothing'));
  codeOnly(file.text)
    .split('\n')
    .forEach((code, index) => {
      const name = EMPTY_CLASS.exec(code)?.[1];
      if (name !== undefined) {
        problems.push(problem(file, index + 1, `${name}: say what it is instead`));
      }
    });
  return problems;
};

/** `index.ts` stands at a package's root or its `node/` door, and lists names one by one. */
export const indexFiles: Rule = (file) => {
  if (!file.path.endsWith('/index.ts') || isGenerated(file.path)) return [];
  const problems: Problem[] = [];
  const isRoot = /^packages\/[^/]+\/src\/(?:node\/)?index\.ts$/.test(file.path);
  const isHandlerTable = file.path === 'packages/server/src/handlers/index.ts';
  if (!isRoot && !isHandlerTable && file.path.startsWith('packages/')) {
    problems.push(problem(file, 1, "index.ts stands only at a package's root"));
  }
  if (/^export \*/m.test(file.text))
    problems.push(problem(file, 1, 'list public names one by one'));
  return problems;
};

/** A file opens with what it is. */
export const opening: Rule = (file) => {
  if (!/^(?:packages|scripts|bench|compat)\/.*\.ts$/.test(file.path)) return [];
  if (isGenerated(file.path) || isTest(file.path) || file.path.endsWith('/index.ts')) return [];
  const text = file.text.startsWith('#!')
    ? file.text.slice(file.text.indexOf('\n') + 1)
    : file.text;
  return text.startsWith('//') ? [] : [problem(file, 1, 'open the file with what it is')];
};

const FILE_LINES_MAX = 700;

export const oneIdea: Rule = (file) => {
  if (!isProduct(file.path) || isGenerated(file.path)) return [];
  const lines = file.text.split('\n').length;
  return lines <= FILE_LINES_MAX
    ? []
    : [problem(file, FILE_LINES_MAX, `${lines} lines: a second idea has moved in`)];
};

const UNFINISHED = /\b(?:TODO|FIXME|XXX|HACK)\b/;

export const finished: Rule = (file) => {
  if (!file.path.endsWith('.ts') || file.path.startsWith('scripts/tidy/')) return [];
  return file.text
    .split('\n')
    .flatMap((line, index) =>
      UNFINISHED.test(line) ? [problem(file, index + 1, 'finish it or say it in the docs')] : [],
    );
};

/** A test that is switched off, or that runs alone, hides what it was written for. */
export const honestTests: Rule = (file) => {
  if (!file.path.endsWith('.test.ts')) return [];
  return codeOnly(file.text)
    .split('\n')
    .flatMap((code, index) =>
      /\b(?:test|it|describe|suite)\.(?:only|todo)\b/.test(code)
        ? [problem(file, index + 1, 'no .only and no .todo in what is committed')]
        : [],
    );
};

export const RULES: readonly Rule[] = [
  arrows,
  handlersDoor,
  seam,
  dependencyOwner,
  tellingNames,
  indexFiles,
  opening,
  oneIdea,
  finished,
  honestTests,
];

function problem(file: SourceFile, line: number, what: string): Problem {
  return { path: file.path, line, what };
}
