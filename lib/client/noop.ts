/** Does nothing: for what nobody listens to. */
export const noop = (): undefined => undefined;
