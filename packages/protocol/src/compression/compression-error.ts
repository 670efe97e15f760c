// CompressionError: bytes that cannot be decompressed, or would become larger than the caller allows.

export class CompressionError extends Error {
  override readonly name = 'CompressionError';
  /** True when the bytes may be sound but more than the bound would come out. */
  readonly isTooLarge: boolean;

  constructor(message: string, options?: ErrorOptions & { readonly isTooLarge?: boolean }) {
    super(message, options);
    this.isTooLarge = options?.isTooLarge ?? false;
  }

  static tooLarge(maxBytes: number, options?: ErrorOptions): CompressionError {
    return new CompressionError(`more than ${maxBytes} bytes would come out`, {
      ...options,
      isTooLarge: true,
    });
  }
}
