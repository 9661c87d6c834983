import { ApiException, defineErrors, details, StandardErrors } from 'nestjs-errors';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';

class EventFullDetails {
  eventId!: string;
  capacity!: number;
}

const Errors = defineErrors({
  BY_TYPE: { status: 409, message: 'x', details: details<{ id: string }>() },
  BY_CLASS: { status: 409, message: 'x', details: EventFullDetails },
  BY_SCHEMA: { status: 409, message: 'x', details: z.object({ at: z.string() }) },
  OPTIONAL: { status: 409, message: 'x', details: details<{ id?: string }>() },
  NONE: { status: 409, message: 'x' },
});

describe('A factory is typed by its definition', () => {
  it('takes the details that a type, a class or a schema describes', () => {
    expectTypeOf(Errors.BY_TYPE({ id: 'a' }).details).toEqualTypeOf<{ id: string }>();
    expectTypeOf(
      Errors.BY_CLASS({ eventId: 'e', capacity: 1 }).details,
    ).toEqualTypeOf<EventFullDetails>();
    expectTypeOf(Errors.BY_SCHEMA({ at: 'now' }).details).toEqualTypeOf<{ at: string }>();
    expectTypeOf(Errors.NONE().code).toEqualTypeOf<'NONE'>();
    expect(Errors.OPTIONAL().details).toBeUndefined();
  });

  it('does not compile with wrong or missing details', () => {
    const wrong = [
      // @ts-expect-error a member is missing
      () => Errors.BY_TYPE({}),
      // @ts-expect-error the details are missing
      () => Errors.BY_TYPE(),
      // @ts-expect-error a member has the wrong type
      () => Errors.BY_CLASS({ eventId: 'e', capacity: '1' }),
      // @ts-expect-error a member is unknown
      () => Errors.BY_SCHEMA({ at: 'now', more: 1 }),
      // @ts-expect-error the error has no details
      () => Errors.NONE({ id: 'a' }),
      // @ts-expect-error there is no such code
      () => Errors.MISSING(),
    ];

    expect(wrong).toHaveLength(6);
  });

  it('leaves the details of built-in codes free', () => {
    expect(StandardErrors.RESOURCE_NOT_FOUND().details).toBeUndefined();
    expect(StandardErrors.RESOURCE_NOT_FOUND({ resourceId: 7 }).details).toEqual({ resourceId: 7 });
  });

  it('narrows a caught value', () => {
    const caught: unknown = Errors.BY_TYPE({ id: 'a' });

    expect(Errors.BY_TYPE.is(caught)).toBe(true);
    if (Errors.BY_TYPE.is(caught)) {
      expectTypeOf(caught).toEqualTypeOf<ApiException<'BY_TYPE', { id: string }>>();
    }
    expect(
      [undefined, null, 'BY_TYPE', new Error('x')].some((value) => Errors.BY_TYPE.is(value)),
    ).toBe(false);
  });
});
