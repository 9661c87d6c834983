import type { Contract } from '../contracts/contract';
import { createRecord } from '../record/create-record';
import type { MapperContext, RecordChanges } from '../record/error-mapper';
import type { ErrorRecord } from '../record/error-record';
import type { Exchange } from './exchange';
import type { GuardedRoutes } from './guarded-routes';

const CREDENTIAL_HEADERS = ['authorization', 'x-api-key', 'api-key', 'x-auth-token'];

/** What the mappers see of a request; the rarely asked is worked out when asked. */
export class FailureContext implements MapperContext {
  readonly request: unknown;
  readonly method: string;
  readonly url: string;
  readonly route: MapperContext['route'];

  constructor(
    private readonly exchange: Exchange,
    private readonly contract: Contract,
    private readonly guardedRoutes: GuardedRoutes,
  ) {
    this.request = exchange.request;
    this.method = exchange.method;
    this.url = exchange.url;
    this.route = exchange.route;
  }

  get isGuarded(): boolean {
    return this.guardedRoutes.has(this.route);
  }

  get hasCredentials(): boolean {
    const { headers } = this.exchange.request;
    return CREDENTIAL_HEADERS.some((name) => headers[name] !== undefined);
  }

  get validationStatus(): number {
    return this.contract.format.validationStatus;
  }

  record(code: string, changes: RecordChanges = {}): ErrorRecord {
    return createRecord(code, changes, this.contract);
  }
}
