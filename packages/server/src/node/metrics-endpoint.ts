// MetricsEndpoint: /metrics and /health over HTTP, on a port that is off unless asked for.

import type { Server } from 'node:http';

import { type Endpoint } from '@samsa/common';

export interface MetricsSource {
  /** The text of /metrics. */
  metrics(): { readonly contentType: string; readonly text: string };
  /** What /health says; 200 when healthy, 503 otherwise. */
  health(): { readonly isHealthy: boolean; readonly state: string };
}

export class MetricsEndpoint {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** Rejects when the port cannot be taken. */
  static async listen(at: Endpoint, source: MetricsSource): Promise<MetricsEndpoint> {
    // Most nodes have no such port, and start without loading what it takes.
    const { createServer } = await import('node:http');
    const server = createServer((request, response) => {
      if (request.url === '/metrics') {
        const { contentType, text } = source.metrics();
        response.writeHead(200, { 'content-type': contentType }).end(text);
      } else if (request.url === '/health') {
        const { isHealthy, state } = source.health();
        response
          .writeHead(isHealthy ? 200 : 503, { 'content-type': 'application/json' })
          .end(`${JSON.stringify({ healthy: isHealthy, state })}\n`);
      } else {
        response.writeHead(404).end();
      }
    });
    const { promise, resolve, reject } = Promise.withResolvers<MetricsEndpoint>();
    server.once('error', reject);
    server.listen(at.port, at.host === '' ? undefined : at.host, () => {
      resolve(new MetricsEndpoint(server));
    });
    return promise;
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  close(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server.close(() => resolve());
    this.#server.closeAllConnections();
    return promise;
  }
}
