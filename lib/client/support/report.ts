import { isApiError } from '../errors/api-error';
import { VERSION } from '../version';
import { redact } from './redact';

/** What support needs, as both guides list it; secrets are taken out. */
export interface SupportReport {
  /** For the ticket. */
  readonly subject: string;
  readonly priority: 'high' | 'normal' | 'low';
  readonly code: string;
  readonly message: string;
  readonly status: number | undefined;
  readonly traceId: string | undefined;
  readonly timestamp: string;
  readonly attempts: number;
  readonly method: string;
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly details: unknown;
  readonly apiVersion: string | undefined;
  readonly clientVersion: string;
  readonly platform: string;
  /** Where a browser says so: whether it is online, and how. */
  readonly network: string | undefined;
}

/**
 * Puts together what a support ticket needs, without tokens, cookies and passwords.
 * @returns undefined for what is no `ApiError`
 */
export function report(error: unknown): SupportReport | undefined {
  if (!isApiError(error)) return undefined;
  const { code, status, traceId, timestamp, attempts } = error;
  const { url: endpoint, ...request } = error.request;
  const { process: node, navigator: agent } = globalThis as unknown as Runtime;
  return {
    subject: `API Error: ${code}`,
    priority:
      !status || status > 499 ? 'high' : /40[13]|429/.test(status as never) ? 'normal' : 'low',
    ...{ code, status, traceId, timestamp, attempts, endpoint, ...request },
    message: redact(error.message),
    details: redact(error.details),
    apiVersion: request.headers['api-version'],
    clientVersion: `nestjs-errors ${VERSION}`,
    platform: agent?.userAgent ?? `Node.js ${node?.version}`,
    network: agent?.onLine === false ? 'offline' : agent?.connection?.effectiveType,
  } as SupportReport;
}

interface Runtime {
  readonly navigator?: {
    readonly userAgent?: string;
    readonly onLine?: boolean;
    readonly connection?: { readonly effectiveType?: string };
  };
  readonly process?: { readonly version?: string };
}
