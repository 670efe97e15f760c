// Reading from accepted sockets into the caller's own buffers.
//
// Node offers `onread` only to sockets that connect. An accepted socket gets it by moving its handle
// into a new socket made with that option. The handle is private to Node, so this is tried once
// before it is relied on; where it fails, sockets read by 'data' events instead.

import { connect, createServer, Socket, type SocketConstructorOpts } from 'node:net';

import { assert } from '@samsa/common';

import { NodeConn } from './node-conn.ts';

const TRIAL_TIMEOUT_MS = 1_000;

/** What Node's socket has and its types do not show. */
interface SocketWithHandle {
  _handle: object | null;
}

/**
 * Moves the handle of an accepted socket, which must not have read yet (`pauseOnConnect`), into a
 * new one that reads into the connection's buffers. The old socket is empty afterwards.
 */
export function rewrapWithOnread(accepted: Socket, connection: NodeConn): Socket {
  const inner = accepted as unknown as SocketWithHandle;
  const handle = inner._handle;
  assert(handle !== null, 'an accepted socket has a handle');
  inner._handle = null;
  const options = { handle, pauseOnCreate: true, onread: connection.onread };
  return new Socket(options as unknown as SocketConstructorOpts);
}

/** True when a connection accepted through `rewrapWithOnread` echoes what it is sent, pauses and closes. */
export async function onreadWorks(): Promise<boolean> {
  const sent = Uint8Array.from({ length: 1_000 }, (_, i) => i);
  const landing = new Uint8Array(2_048);
  const server = createServer({ pauseOnConnect: true });
  try {
    return await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), TRIAL_TIMEOUT_MS);
      const fail = (): void => resolve(false);
      server.on('error', fail);
      server.on('connection', (accepted) => {
        try {
          const connection = new NodeConn();
          connection.attach(rewrapWithOnread(accepted, connection), 'onread');
          connection.onClose(() => clearTimeout(timer));
          connection.receive({
            buffer: () => landing,
            filled: (size) => {
              connection.send([landing.slice(0, size)]);
            },
          });
        } catch {
          resolve(false); // the trial is there to find out, its failure is the answer
        }
      });
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        assert(address !== null && typeof address === 'object', 'a TCP server has a port');
        const client = connect(address.port, '127.0.0.1', () => client.write(sent));
        const echoed: Uint8Array[] = [];
        client.on('error', fail);
        client.on('data', (bytes: Uint8Array) => {
          echoed.push(bytes);
          const all = Buffer.concat(echoed);
          // The first read lands in the connection's own buffer, the second in the receiver's.
          if (all.length === sent.length) client.write(sent);
          if (all.length < 2 * sent.length) return;
          client.end();
          resolve(all.equals(Buffer.concat([sent, sent])));
        });
      });
    });
  } finally {
    server.close();
  }
}
