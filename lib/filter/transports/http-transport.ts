import type { IncomingHttpHeaders } from 'node:http';
import type { HandlerRoute } from '../../record/error-mapper';

/** What is sent: the only thing that a transport sees of a failure. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** What the application put on the response and must not be seen. */
  readonly hides?: readonly string[];
  /** Added to `Vary`, which may name other headers already. */
  readonly varyBy: readonly string[];
  /** Undefined where the status allows no body. */
  readonly body: { readonly mediaType: string; readonly text: string } | undefined;
}

/** The members that Express's request, Fastify's and Node's have in common. */
export interface HttpRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly originalUrl?: string;
  readonly url?: string;
  readonly raw?: { readonly originalUrl?: string; readonly url?: string };
}

/** One platform: the only code that touches its requests and responses. */
export interface HttpTransport {
  /** The class and method that the router chose, once it has chosen. */
  routeOf(request: object): HandlerRoute | undefined;
  /** Methods that the path would take, or none if no route has that path. */
  allowedMethods(path: string): readonly string[];
  /** Sends; ends an answer that has begun; does nothing where nobody is left to answer. */
  send(request: object, response: object, answer: Answer): void;
  /** The last way out, where no answer can be sent: a client must not wait for ever. */
  abandon(response: object): void;
}
