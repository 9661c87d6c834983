import type { ArgumentsHost } from '@nestjs/common';
import { throwError } from 'rxjs';

const UNKNOWN = { status: 'error', message: 'Internal server error' } as const;

interface KnownError {
  getError?(): unknown;
}

interface Emitter {
  emit?(event: string, payload: unknown): void;
}

/**
 * The contract is HTTP's. Elsewhere a failure goes on as Nest has it there: to the GraphQL server
 * as it is; to the caller of a microservice or gateway only what an RpcException or WsException
 * says.
 */
export function answerElsewhere(thrown: unknown, host: ArgumentsHost): unknown {
  const type = host.getType<string>();
  if (type === 'graphql') return thrown;
  const error = (thrown as KnownError | null)?.getError?.() ?? UNKNOWN;
  if (type !== 'ws') return throwError(() => error);
  host.getArgByIndex<Emitter>(0).emit?.('exception', error);
  return undefined;
}
