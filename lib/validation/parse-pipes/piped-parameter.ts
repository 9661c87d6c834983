import { DefaultValuePipe } from '@nestjs/common';
import type { HandlerParameter } from './handler-parameters';
import { isPipeOf, type PipeClass } from './pipe-option';

/** A parameter together with the one of its pipes that is in question. */
export interface PipedParameter<Pipe> extends HandlerParameter {
  /** Undefined where the decorator was given the class, or none of the parameter's own pipes. */
  readonly pipe: Pipe | undefined;
}

/** The parameters that have a pipe of one kind, as a class or as an instance. */
export function parametersWith<Pipe extends object>(
  pipeClass: PipeClass<Pipe>,
  parameters: readonly HandlerParameter[],
): PipedParameter<Pipe>[] {
  return parameters.flatMap((parameter) => {
    const position = parameter.pipes.findIndex((pipe) => isPipeOf(pipeClass, pipe));
    if (position === -1) return [];
    const pipe = parameter.pipes[position];
    return {
      ...parameter,
      value: withDefault(parameter.value, parameter.pipes.slice(0, position)),
      pipe: pipe instanceof pipeClass ? pipe : undefined,
    };
  });
}

/** What `DefaultValuePipe` makes of a missing value never reaches the next pipe as missing. */
function withDefault(value: unknown, earlier: readonly unknown[]): unknown {
  const pipe = earlier.find((candidate) => candidate instanceof DefaultValuePipe);
  if (pipe === undefined || (value !== undefined && value !== null)) return value;
  return (pipe as unknown as { readonly defaultValue: unknown }).defaultValue;
}
