import { Body, Controller, Post } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { nestedBody } from '../../support/bodies';
import { PLATFORMS, startApp } from '../../support/platforms';

class SignUp {
  declare readonly name: string;
  static readonly schema = z.strictObject({
    name: z.string().min(2),
    password: z.string().min(8, 'Choose a longer one'),
    contact: z.union([
      z.object({ by: z.literal('mail'), address: z.email() }),
      z.object({ by: z.literal('phone'), number: z.string() }),
    ]),
  });
}

@Controller()
class SignUpController {
  @Post('sign-up')
  signUp(@Body() body: SignUp) {
    return body;
  }
}

describe.each(PLATFORMS)('a schema in another language on %s', (_, create) => {
  it('has texts of the catalogue, but for what its author wrote', async () => {
    const de = {
      rules: { too_small: 'braucht mindestens {min, plural, one {# Zeichen} other {# Zeichen}}' },
      codes: { INVALID_FORMAT: 'hat ein falsches Format', UNKNOWN_FIELD: 'ist unbekannt' },
      labels: { 'contact.address': 'Adresse' },
    };
    const { send } = await startApp(create, {
      controllers: [SignUpController],
      options: { validation: { locales: { de } } },
    });

    const { status, headers, body } = await send('/sign-up', {
      body: { name: 'x', password: 'x', contact: { by: 'mail', address: 'x' }, 'a{min}$&': 1 },
      headers: { 'accept-language': 'de' },
    });

    expect(status).toBe(422);
    expect(headers.get('content-language')).toBe('de');
    expect(body).toEqual(
      nestedBody({
        code: 'VALIDATION_FAILED',
        message: 'Request validation failed',
        details: {
          name: ['Name braucht mindestens 2 Zeichen'],
          password: ['Choose a longer one'],
          'contact.address': ['Adresse hat ein falsches Format'],
          'a{min}$&': ['A{min}$& ist unbekannt'],
        },
        path: '/sign-up',
        method: 'POST',
      }),
    );
  });
});
