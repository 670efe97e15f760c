// What can go wrong with a request on a Channel, apart from what the peer answers.

/** The connection ended before the answer came; whether the request was carried out is unknown. */
export class ChannelClosed extends Error {
  override readonly name = 'ChannelClosed';
}

/** No answer in time; the connection is closed, since answers come in order. The outcome is unknown. */
export class RequestTimedOut extends Error {
  override readonly name = 'RequestTimedOut';
}

/** Too many requests without an answer; this one was not sent. */
export class ChannelFull extends Error {
  override readonly name = 'ChannelFull';
}
