// Code: collects lines of generated source and keeps their indentation.

/** Columns of generated code, where it breaks lines at all. */
export const MAX_LINE = 100;

export class Code {
  readonly #lines: string[] = [];
  #depth: number;

  constructor(depth = 0) {
    this.#depth = depth;
  }

  line(text = ''): this {
    this.#lines.push(text === '' ? '' : '  '.repeat(this.#depth) + text);
    return this;
  }

  /** A line that opens a block, what `body` writes inside it, and the line that closes it. */
  block(open: string, body: () => void, close = '}'): this {
    this.line(open);
    this.#depth++;
    body();
    this.#depth--;
    return this.line(close);
  }

  indented(body: () => void): this {
    this.#depth++;
    body();
    this.#depth--;
    return this;
  }

  /** Lines that are indented already. */
  raw(text: string): this {
    if (text !== '') this.#lines.push(text.replace(/\n$/, ''));
    return this;
  }

  /** `block` where the condition leaves a choice; the bare body where it is always true. */
  when(condition: string, body: () => void): this {
    if (condition === 'true') body();
    else if (condition !== 'false') this.block(`if (${condition}) {`, body);
    return this;
  }

  /** `open a, b, c close` on one line where it fits, one item per line otherwise. */
  list(open: string, items: readonly string[], close: string, spaced = true): this {
    const space = spaced && items.length > 0 ? ' ' : '';
    const oneLine = `${open}${space}${items.join(', ')}${space}${close}`;
    if (this.#depth * 2 + oneLine.length <= MAX_LINE) return this.line(oneLine);
    return this.block(
      open,
      () => {
        for (const item of items) this.line(`${item},`);
      },
      close,
    );
  }

  toString(): string {
    return this.#lines.map((line) => `${line}\n`).join('');
  }
}
