import type { HttpException } from '@nestjs/common';

/** What an exception of Nest's own making says. */
export interface NestTexts {
  readonly first: string;
  readonly all: readonly string[];
  /** The validation of a class says everything at once; every other pipe says one text. */
  readonly isList: boolean;
}

const MEMBERS = new Set(['message', 'error', 'statusCode']);

/** Reads an exception that Nest's own factory made; undefined for an application's own. */
export function nestTextsOf(exception: HttpException): NestTexts | undefined {
  const response = exception.getResponse();
  if (typeof response !== 'object') return undefined;
  if (Object.keys(response).some((member) => !MEMBERS.has(member))) return undefined;
  const { message } = response as { readonly message?: unknown };
  const isList = Array.isArray(message);
  const all: unknown[] = isList ? message : [message];
  if (!all.every((text) => typeof text === 'string')) return undefined;
  return { first: all[0] ?? '', all, isList };
}
