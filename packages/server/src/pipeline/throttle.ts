// Throttle: a client over its quota gets its answer at once, with the time it shall wait in it, and
// its next requests are not read before that time is over (KIP-219).

/** Writes the time into the answer, where its version has a field for it. */
export function tellThrottleTime(response: unknown, throttleMs: number): void {
  if (throttleMs <= 0 || typeof response !== 'object' || response === null) return;
  if (!('throttleTimeMs' in response) || typeof response.throttleTimeMs !== 'number') return;
  response.throttleTimeMs = Math.max(response.throttleTimeMs, Math.ceil(throttleMs));
}
