// ProcessDied: the sentinel that unwinds a simulated process which has ended itself.

export class ProcessDied extends Error {
  override readonly name = 'ProcessDied';
}
