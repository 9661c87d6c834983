/** An option that a parse pipe was made with; Nest keeps them as they were given. */
export function pipeOption(pipe: object | undefined, name: string): unknown {
  const { options } = (pipe ?? {}) as { readonly options?: Readonly<Record<string, unknown>> };
  return options?.[name];
}
