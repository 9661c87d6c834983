import { ParseFilePipe } from '@nestjs/common';
import type { HandlerRoute } from '../../record/error-mapper';
import { declarationsOf } from './handler-parameters';
import { isPipeOf, pipeOption } from './pipe-option';

/** What Nest's pipes throw unless an option says otherwise. */
export const DEFAULT_STATUS = 400;

type Statuses = ReadonlySet<unknown> | 'any';

const known = new WeakMap<HandlerRoute, Statuses>();

/** Whether a pipe before the handler may have thrown this status: most failures are told apart so. */
export function mayRefuseWith(status: number, route: HandlerRoute): boolean {
  let statuses = known.get(route);
  if (statuses === undefined) {
    statuses = statusesOf(route);
    known.set(route, statuses);
  }
  return statuses === 'any' || statuses.has(status);
}

function statusesOf(route: HandlerRoute): Statuses {
  const pipes = declarationsOf(route).flatMap((declaration) => declaration.pipes);
  // File pipes do not keep the options they were given.
  if (pipes.some((pipe) => isPipeOf(ParseFilePipe, pipe))) return 'any';
  const given = pipes.map((pipe) => pipeOption(pipe as object, 'errorHttpStatusCode'));
  return new Set([DEFAULT_STATUS, ...given]);
}
