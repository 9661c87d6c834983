import { readMember } from '../thrown/read-member';

/**
 * Whether nobody is left to answer. A request that was read to its end counts as destroyed, too:
 * only its socket tells, or its stream in HTTP/2, or its own word that it broke off.
 * @param request Express's, Fastify's or Node's
 */
export function isClientGone(request: unknown): boolean {
  const raw = readMember(request, 'raw') ?? request;
  if (readMember(raw, 'aborted') === true) return true;
  const connection = readMember(raw, 'stream') ?? readMember(raw, 'socket');
  return readMember(connection, 'destroyed') === true;
}
