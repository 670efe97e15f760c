// ProtocolError: bytes that are not what the protocol says, or a message that its version cannot carry.

export class ProtocolError extends Error {
  override readonly name: string = 'ProtocolError';
}

/** A field that the chosen version lacks holds a value that must not be dropped in silence. */
export class UnsupportedFieldError extends ProtocolError {
  override readonly name = 'UnsupportedFieldError';
}
