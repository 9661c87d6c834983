/** An option that a parse pipe was made with; Nest keeps them as they were given. */
export function pipeOption(pipe: object | undefined, name: string): unknown {
  const { options } = (pipe ?? {}) as { readonly options?: Readonly<Record<string, unknown>> };
  return options?.[name];
}

export type PipeClass<Pipe> = abstract new (...args: never[]) => Pipe;

/** Whether an entry of a list of pipes, a class or an instance, is of one kind. */
export function isPipeOf<Pipe extends object>(pipeClass: PipeClass<Pipe>, pipe: unknown): boolean {
  if (typeof pipe !== 'function') return pipe instanceof pipeClass;
  return pipe === pipeClass || pipe.prototype instanceof pipeClass;
}
