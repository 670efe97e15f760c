// The door to the handlers: the pipeline's tables, by kind of listener.

export { brokerHandlers, controllerHandlers } from '../handlers/index.ts';
