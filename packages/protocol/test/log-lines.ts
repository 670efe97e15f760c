// Bytes like those that people keep in logs: JSON of repeating names and changing numbers, from one seed.

export function logLines(length: number, seed = 1): Buffer {
  const names = ['order', 'user', 'status', 'amount', 'currency', 'shipped', 'region', 'channel'];
  let state = seed >>> 0;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const parts: string[] = [];
  for (let size = 0; size < length;) {
    const line = `{"${names[draw(8)]}":${draw(100_000)},"${names[draw(8)]}":"${draw(2 ** 31).toString(36)}"}\n`;
    parts.push(line);
    size += line.length;
  }
  return Buffer.from(parts.join('').slice(0, length));
}
