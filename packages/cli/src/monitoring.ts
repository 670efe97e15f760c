// Monitoring: /metrics and /health of the node this process runs, on the port of `metrics.listener`.

import { type Endpoint } from '@samsa/common';
import {
  PROMETHEUS_CONTENT_TYPE,
  prometheusText,
  type SamsaNode,
  StartFailed,
} from '@samsa/server';
import { MetricsEndpoint, ProcessMetrics } from '@samsa/server/node';

export class Monitoring {
  readonly #endpoint: MetricsEndpoint;
  #node: SamsaNode | undefined;
  #process: ProcessMetrics | undefined;

  private constructor(endpoint: MetricsEndpoint) {
    this.#endpoint = endpoint;
  }

  /**
   * Answers from now on, at first that the node is starting.
   *
   * @throws StartFailed when the port cannot be had
   */
  static async open(at: Endpoint): Promise<Monitoring> {
    let monitoring: Monitoring | undefined;
    try {
      const endpoint = await MetricsEndpoint.listen(at, {
        metrics: () => ({
          contentType: PROMETHEUS_CONTENT_TYPE,
          text: monitoring?.text ?? '',
        }),
        health: () => monitoring?.health ?? { isHealthy: false, state: 'STARTING' },
      });
      monitoring = new Monitoring(endpoint);
      return monitoring;
    } catch (error) {
      throw new StartFailed(
        `cannot listen on metrics.listener ${at.host}:${at.port}: ${(error as Error).message}`,
        { cause: error },
      );
    }
  }

  get text(): string {
    return this.#node === undefined ? '' : prometheusText(this.#node.metrics);
  }

  get health(): { readonly isHealthy: boolean; readonly state: string } {
    if (this.#node === undefined) return { isHealthy: false, state: 'STARTING' };
    const { isHealthy } = this.#node;
    return { isHealthy, state: isHealthy ? 'RUNNING' : 'NOT_RUNNING' };
  }

  /** The node is there: what is told from now on is its own. */
  watch(node: SamsaNode): void {
    this.#node = node;
    this.#process = ProcessMetrics.register(node.metrics);
  }

  async close(): Promise<void> {
    this.#process?.close();
    await this.#endpoint.close();
  }
}
