// ControllerRegistration: this controller tells the active one where it listens and what it supports,
// once per start, and again when the cluster does not know it.

import { type Cancel, ErrorCode, errorName, type Platform, type Uuid } from '@samsa/common';
import { ControllerRegistration as ControllerRegistrationApi } from '@samsa/protocol/apis/controller-registration';

import { type MetadataPublisher } from '../metadata/metadata-publisher.ts';
import { type ControllerChannel } from './controller-channel.ts';
import { type AdvertisedListener, supportedFeatures } from './own-registration.ts';

const RETRY_PAUSE_MS = 1000;
const TIMEOUT_MS = 60_000;

export interface ControllerRegistrationOptions {
  readonly platform: Platform;
  readonly channel: Pick<ControllerChannel, 'send'>;
  readonly metadata: MetadataPublisher;
  readonly nodeId: number;
  /** Random for every start of the process. */
  readonly incarnationId: Uuid;
  readonly listeners: readonly AdvertisedListener[];
}

export class ControllerRegistration {
  readonly #options: ControllerRegistrationOptions;
  #isSending = false;
  #retry: Cancel | undefined;
  #isClosed = false;

  constructor(options: ControllerRegistrationOptions) {
    this.#options = options;
  }

  /** Call before the metadata is followed: it looks at every image until it finds itself there. */
  start(): void {
    this.#options.metadata.subscribe('controller registration', () => this.#look());
  }

  close(): void {
    this.#isClosed = true;
    this.#retry?.();
  }

  #look(): void {
    const { metadata, nodeId, incarnationId } = this.#options;
    const { features, cluster } = metadata.image;
    if (this.#isClosed || this.#isSending || this.#retry !== undefined) return;
    if (!features.metadataVersion.isControllerRegistrationSupported) return;
    if (cluster.controllers.get(nodeId)?.incarnationId === incarnationId) return;
    void this.#register();
  }

  async #register(): Promise<void> {
    const { platform, channel, nodeId, incarnationId, listeners } = this.#options;
    this.#isSending = true;
    try {
      const response = await channel.send(
        ControllerRegistrationApi,
        {
          controllerId: nodeId,
          incarnationId,
          zkMigrationReady: false,
          listeners,
          features: supportedFeatures(),
        },
        { timeoutMs: TIMEOUT_MS },
      );
      if (response.errorCode !== ErrorCode.NONE) {
        const error = errorName(response.errorCode);
        platform.log('warn', 'controller registration refused', { error });
      }
    } catch (error) {
      // Tried again: nobody waits for it, and the cluster works without.
      if (!this.#isClosed) platform.log('warn', 'controller registration failed', { error });
    }
    this.#isSending = false;
    if (this.#isClosed) return;
    // By then the image shows it, unless it failed.
    this.#retry = platform.timers.after(RETRY_PAUSE_MS, () => {
      this.#retry = undefined;
      this.#look();
    });
  }
}
