import type { HttpException } from '@nestjs/common';

const MEMBERS = new Set(['message', 'error', 'statusCode']);

/** The texts of an exception that Nest's own factory made; undefined for an application's own. */
export function nestTextsOf(exception: HttpException): readonly string[] | undefined {
  const response = exception.getResponse();
  if (typeof response !== 'object') return undefined;
  if (Object.keys(response).some((member) => !MEMBERS.has(member))) return undefined;
  const { message } = response as { readonly message?: unknown };
  const texts: unknown[] = Array.isArray(message) ? message : [message];
  return texts.every((text) => typeof text === 'string') ? texts : undefined;
}
