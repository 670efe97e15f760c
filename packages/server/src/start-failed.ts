// StartFailed: why a node or a command did not start, as one line for the person who started it.

export class StartFailed extends Error {
  override readonly name = 'StartFailed';
}
