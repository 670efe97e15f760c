// Real time, for reports only: nothing of it reaches a simulation.

const now = performance.now.bind(performance);

/** @returns gives the real milliseconds since this call */
export function startStopwatch(): () => number {
  const startMs = now();
  return () => now() - startMs;
}
