import { describe, expect, expectTypeOf, it } from 'vitest';
import { defineErrors } from '../../../lib/catalog/define-errors';
import { details } from '../../../lib/catalog/details';
import type { StandardErrorCode } from '../../../lib/catalog/standard-errors';
import {
  type ApiError,
  createClient,
  type FieldMessages,
  isApiError,
  type StandardCodes,
} from '../../../lib/client';

const EventErrors = defineErrors({
  BUSINESS_EVENT_FULL: {
    status: 422,
    message: 'x',
    details: details<{ eventId: string; capacity: number }>(),
  },
  BUSINESS_CLOSED: { status: 422, message: 'x' },
});

interface Written {
  BUSINESS_EVENT_FULL: { eventId: string; capacity: number };
}

const error = {} as unknown;

// Only compiled: nothing here fails at run time.
describe('The types of the client', () => {
  it('narrow details by the code of a catalogue, which is imported as a type', () => {
    if (!isApiError<typeof EventErrors>(error)) return;
    if (error.code === 'BUSINESS_EVENT_FULL') {
      expectTypeOf(error.details).toEqualTypeOf<{ eventId: string; capacity: number }>();
      // @ts-expect-error there is no such detail
      expect(error.details.seats).toBeUndefined();
    }
    if (error.code === 'BUSINESS_CLOSED') expectTypeOf(error.details).toEqualTypeOf<undefined>();
    // @ts-expect-error the code decides which details there are
    expect(error.details.capacity).toBeUndefined();
  });

  it('narrow details by codes that are written by hand', () => {
    if (!isApiError<Written>(error)) return;
    if (error.code === 'BUSINESS_EVENT_FULL') {
      expectTypeOf(error.details.capacity).toEqualTypeOf<number>();
    }
  });

  it('know the built-in codes, those of the client itself, and that there may be others', () => {
    if (!isApiError<Written>(error)) return;
    switch (error.code) {
      case 'VALIDATION_FAILED':
        expectTypeOf(error.details).toEqualTypeOf<FieldMessages | undefined>();
        break;
      case 'RATE_LIMIT_EXCEEDED':
        expectTypeOf(error.details?.retryAfter).toEqualTypeOf<number | undefined>();
        break;
      case 'NETWORK_ERROR':
        expectTypeOf(error.details).toEqualTypeOf<undefined>();
        break;
      // @ts-expect-error nobody has this code
      case 'BUSINESS_EVENT_FULLL':
        break;
      default:
        expectTypeOf(error.message).toEqualTypeOf<string>();
    }
    // @ts-expect-error of the code alone nothing follows
    expect(error.details.capacity).toBeUndefined();
    expectTypeOf<keyof StandardCodes>().toEqualTypeOf<StandardErrorCode>();
  });

  it('allow any code where none are given', () => {
    if (!isApiError(error)) return;
    expectTypeOf(error.code).toEqualTypeOf<string>();
    expectTypeOf(error.details).toEqualTypeOf<unknown>();
  });

  it('give hooks and rules the codes of the client', () => {
    createClient<typeof EventErrors>({
      retry: {
        409: (failure) => {
          expectTypeOf(failure).toEqualTypeOf<ApiError<typeof EventErrors>>();
          return failure.code === 'RESOURCE_LOCKED';
        },
      },
      isResolved: (failure) => failure.code === 'BUSINESS_CLOSED',
      on: { error: (event) => expectTypeOf(event.error.attempts).toEqualTypeOf<number>() },
    });
    // @ts-expect-error there is no such option
    expect(() => createClient({ timeout: 5 })).toThrow('wrong option timeout: 5');
    expect(() => createClient({ timeoutMs: -1 })).toThrow('wrong option timeoutMs: -1');
    expect(() => createClient({ timeoutMs: Number.NaN })).toThrow(TypeError);
  });
});
