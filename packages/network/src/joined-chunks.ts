// JoinedChunks: a list of chunks for one socket write, in which neighbours in memory are one chunk.
//
// Frames written one after another usually lie side by side in the writer's slab; each chunk less is
// a call into the stream less.

export class JoinedChunks {
  #chunks: Uint8Array[] = [];
  #byteLength = 0;

  get byteLength(): number {
    return this.#byteLength;
  }

  add(chunk: Uint8Array): void {
    if (chunk.byteLength === 0) return;
    this.#byteLength += chunk.byteLength;
    const last = this.#chunks.at(-1);
    if (
      last !== undefined &&
      last.buffer === chunk.buffer &&
      last.byteOffset + last.byteLength === chunk.byteOffset
    ) {
      this.#chunks[this.#chunks.length - 1] = new Uint8Array(
        chunk.buffer,
        last.byteOffset,
        last.byteLength + chunk.byteLength,
      );
    } else {
      this.#chunks.push(chunk);
    }
  }

  /** The chunks so far; the list starts empty again. */
  take(): Uint8Array[] {
    const chunks = this.#chunks;
    this.#chunks = [];
    this.#byteLength = 0;
    return chunks;
  }
}
