// Inspector: asks a running node, through Node's own inspector, how much of its heap is in use.
//
// The node is started with NODE_OPTIONS=--inspect=127.0.0.1:0; nothing in it knows of this.

export class Inspector {
  readonly #socket: WebSocket;
  #nextId = 1;
  readonly #waiting = new Map<number, (result: unknown) => void>();

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const { id, result } = JSON.parse(String(data)) as { id?: number; result?: unknown };
      if (id === undefined) return;
      this.#waiting.get(id)?.(result);
      this.#waiting.delete(id);
    });
  }

  /** @param output  what the node has said so far; the inspector's address is in it */
  static async open(output: string): Promise<Inspector> {
    const [, address] = /Debugger listening on (ws:\S+)/.exec(output) ?? [];
    if (address === undefined) throw new Error('the node was not started with --inspect');
    const socket = new WebSocket(address);
    const inspector = new Inspector(socket);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error(`no inspector at ${address}`)));
    await promise;
    return inspector;
  }

  /** Bytes of objects and of buffers that are left when everything unreachable has been collected. */
  async usedHeapBytes(): Promise<number> {
    await this.#ask('HeapProfiler.collectGarbage');
    const usage = (await this.#ask('Runtime.getHeapUsage')) as {
      readonly usedSize: number;
      readonly backingStorageSize?: number;
    };
    return usage.usedSize + (usage.backingStorageSize ?? 0);
  }

  close(): void {
    this.#socket.close();
  }

  #ask(method: string): Promise<unknown> {
    const id = this.#nextId++;
    const { promise, resolve } = Promise.withResolvers<unknown>();
    this.#waiting.set(id, resolve);
    this.#socket.send(JSON.stringify({ id, method }));
    return promise;
  }
}
