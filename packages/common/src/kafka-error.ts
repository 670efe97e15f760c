// KafkaError: a refusal that the peer is told, as one of Kafka's error codes with a message.

import { type ErrorCode, errorName } from './generated/error-code.ts';

export class KafkaError extends Error {
  override readonly name = 'KafkaError';
  readonly code: ErrorCode;

  /** @param message  what was wrong, with the values; it travels to clients as `errorMessage` */
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  override toString(): string {
    return `${errorName(this.code)}: ${this.message}`;
  }
}
