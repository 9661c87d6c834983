import type { IncomingHttpHeaders } from 'node:http';
import type { Principal } from './principal.js';

/** What Express's and Fastify's requests share, and what the authentication guard adds. */
export interface AuthenticatedRequest {
  readonly headers: IncomingHttpHeaders;
  principal?: Principal;
}
