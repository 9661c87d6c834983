import type { ApiException } from '../catalog/api-exception';
import type { ErrorDefinition } from '../catalog/error-definition';
import type { ErrorRecord, ErrorRecordInit } from './error-record';

/** The handler a request was routed to. */
export interface HandlerRoute {
  readonly controller: Function;
  readonly handler: Function;
}

/** What a mapper knows beside the thrown value. */
export interface MapperContext {
  /** The platform's request: Express's or Fastify's. */
  readonly request: unknown;
  readonly method: string;
  /** The path as sent, with its query. */
  readonly url: string;
  /** Undefined where the failure came before any handler was found. */
  readonly route: HandlerRoute | undefined;
  /** A guard of the application stands before the handler. */
  readonly isGuarded: boolean;
  /** The request carries a credential header, valid or not. */
  readonly hasCredentials: boolean;
  /** The status of validation failures in the configured format: 400 or 422. */
  readonly validationStatus: number;
  /** Makes a record from the catalogue: what `init` gives replaces the definition's. */
  record(code: string, init?: RecordChanges): ErrorRecord;
}

/** What a mapper may say beside the code; `definition` serves codes that no catalogue lists. */
export type RecordChanges = {
  readonly [Name in keyof Omit<ErrorRecordInit, 'code'>]?: ErrorRecordInit[Name] | undefined;
} & { readonly definition?: ErrorDefinition | undefined };

/**
 * Turns a thrown value into a failure of the catalogue, or leaves it to the next mapper.
 * @example
 * const stripeMapper: ErrorMapper = (thrown) =>
 *   thrown instanceof StripeCardError ? PaymentErrors.CARD_DECLINED({ reason: thrown.decline_code }) : undefined;
 */
export type ErrorMapper = (
  thrown: unknown,
  context: MapperContext,
) => ErrorRecord | ApiException | undefined;
