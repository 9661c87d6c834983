import { Body, Controller, Get, Post, UsePipes } from '@nestjs/common';
import {
  type ErrorsModuleOptions,
  FieldValidationPipe,
  IsNotBlank,
  PartialSuccess,
  runBatch,
  ValidationException,
} from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { flatBody, nestedBody, problemBody } from '../../support/bodies';
import { PLATFORMS, startApp } from '../../support/platforms';
import { BAD_ORDER, OrdersController } from './orders.controller';

const controllers = [OrdersController];

const VALIDATION: NonNullable<Exclude<ErrorsModuleOptions['validation'], false>> = {
  messages: { codes: { OUT_OF_RANGE: 'is out of range' } },
  locales: {
    de: {
      rules: {
        minLength: 'braucht {min, plural, one {# Zeichen} other {# Zeichen}}',
        isInt: 'muss eine ganze Zahl sein',
      },
      codes: { INVALID_TYPE: 'hat den falschen Typ', REQUIRED_FIELD: 'fehlt' },
      fields: { 'items[].price': 'darf nicht negativ sein' },
      phrases: { required: '{label} wird benötigt', eachSentence: 'Jedes der {label} {text}' },
      labels: {
        'Customer name': 'Name',
        password: 'Passwort',
        'items[].price': 'Preis',
        tags: 'Schlagworte',
        id: 'Nummer',
      },
      errors: {
        VALIDATION_FAILED: 'Bitte prüfen Sie Ihre Angaben',
        ROUTE_NOT_FOUND: 'Gibt es nicht',
      },
    },
    'fr-CA': { codes: { REQUIRED_FIELD: 'est requis' } },
  },
};
const options = { validation: VALIDATION };
const inGerman = { 'accept-language': 'de-AT, en;q=0.5' };

describe.each(PLATFORMS)('the language of an answer on %s', (_, create) => {
  it('is the one that the client likes best', async () => {
    const { send } = await startApp(create, { controllers, options });

    const { status, headers, body } = await send('/orders', { body: BAD_ORDER, headers: inGerman });

    expect(status).toBe(422);
    expect(headers.get('content-language')).toBe('de');
    expect(headers.get('vary')).toBe('Accept, Accept-Language');
    expect(body).toEqual(
      nestedBody({
        code: 'VALIDATION_FAILED',
        message: 'Bitte prüfen Sie Ihre Angaben',
        details: {
          name: ['Name fehlt'],
          email: ['Give $& an {address}'],
          password: ['Passwort braucht 8 Zeichen'],
          'items[1].price': ['Preis darf nicht negativ sein'],
          tags: ['Jedes der Schlagworte hat den falschen Typ'],
        },
        path: '/orders',
        method: 'POST',
      }),
    );
  });

  it('has texts without a subject in the flat format', async () => {
    const { send } = await startApp(create, {
      controllers,
      options: { ...options, format: 'flat' },
    });

    const { headers, body } = await send('/orders', { body: BAD_ORDER, headers: inGerman });

    expect(headers.get('content-language')).toBe('de');
    expect(body).toEqual(
      flatBody({
        status: 400,
        error: 'Bad Request',
        message: 'Bitte prüfen Sie Ihre Angaben',
        path: '/orders',
        validationErrors: {
          name: 'fehlt',
          email: 'Give $& an {address}',
          password: 'braucht 8 Zeichen',
          'items[1].price': 'darf nicht negativ sein',
          tags: 'each element hat den falschen Typ',
        },
      }),
    );
  });

  it('is that of problems, too', async () => {
    const { send } = await startApp(create, { controllers, options });
    const accept = 'application/problem+json';

    const { headers, body } = await send('/orders/x', { headers: { ...inGerman, accept } });

    expect(headers.get('content-language')).toBe('de');
    expect(body).toEqual(
      problemBody({
        status: 422,
        title: 'Unprocessable Entity',
        code: 'VALIDATION_FAILED',
        detail: 'Bitte prüfen Sie Ihre Angaben',
        instance: '/orders/x',
        errors: [
          {
            parameter: 'id',
            code: 'VALIDATION_INVALID_FORMAT',
            detail: 'muss eine ganze Zahl sein',
          },
        ],
      }),
    );
  });

  it.each([
    ['en', 'en'],
    ['it', 'en'],
    ['*', 'en'],
    ['fr-CA', 'fr-CA'],
    ['de;q=0', 'en'],
    [`de,${'x,'.repeat(5_000)}`.slice(0, 5_000), 'en'],
  ])('for %s is %s', async (header, language) => {
    const { send } = await startApp(create, { controllers, options });

    const headers = { 'accept-language': header };
    const answer = await send('/orders', { body: { ...BAD_ORDER, items: [] }, headers });

    expect(answer.headers.get('content-language')).toBe(language);
    expect(answer.headers.get('vary')).toBe('Accept, Accept-Language');
    expect(answer.body).toMatchObject({
      error: {
        message: 'Request validation failed',
        details: {
          name: [language === 'en' ? 'Customer name is required' : 'Customer name est requis'],
          password: ['Password is out of range'],
        },
      },
    });
  });

  it('is that of errors without fields, but never of what an author wrote', async () => {
    const { send } = await startApp(create, { controllers, options });

    const unknown = await send('/nowhere', { headers: inGerman });
    const gone = await send('/orders/gone', { headers: inGerman });

    expect(unknown.body).toMatchObject({ error: { message: 'Gibt es nicht' } });
    expect(unknown.headers.get('content-language')).toBe('de');
    expect(gone.body).toMatchObject({ error: { message: 'The order was eaten' } });
  });

  it('is nobody’s affair without catalogues, and on answers that succeed', async () => {
    const plain = await startApp(create, { controllers });
    const worded = await startApp(create, { controllers, options });

    const refused = await plain.send('/orders', { body: BAD_ORDER, headers: inGerman });
    const answered = await worded.send('/orders/7', { headers: inGerman });

    expect(refused.headers.get('content-language')).toBeNull();
    expect(refused.headers.get('vary')).toBe('Accept');
    expect(answered.headers.get('content-language')).toBeNull();
    expect(answered.headers.get('vary')).toBeNull();
  });

  it('may be chosen by the application: caches are not told of a header then', async () => {
    const localeOf = (request: unknown) => (request as { query: { lang: string } }).query.lang;
    const validation = { ...VALIDATION, localeOf };
    const { send } = await startApp(create, { controllers, options: { validation } });

    const { headers, body } = await send('/orders?lang=de', { body: { ...BAD_ORDER, items: [] } });

    expect(headers.get('content-language')).toBe('de');
    expect(headers.get('vary')).toBe('Accept');
    expect(body).toMatchObject({ error: { details: { name: ['Name fehlt'] } } });
  });

  it('survives functions of the application that fail, and logs that once', async () => {
    const fail = () => JSON.parse('{') as string;
    const validation = { messages: fail, labels: fail, localeOf: fail };
    const { send, logger } = await startApp(create, { controllers, options: { validation } });

    const { status, body } = await send('/orders', { body: BAD_ORDER });

    expect(status).toBe(422);
    expect(body).toMatchObject({ error: { details: { name: ['Customer name is required'] } } });
    expect(logger.failures.filter(({ level }) => level === 'error')).toHaveLength(1);
  });
});

class Company {
  @IsNotBlank()
  name!: string;
}

@Controller()
class OtherController {
  @Post('own-pipe')
  @UsePipes(new FieldValidationPipe({ labels: { name: 'Company' } }))
  ownPipe(@Body() body: Company) {
    return body;
  }

  @Get('batch')
  @PartialSuccess()
  batch() {
    return runBatch([1, 2], (item) => {
      if (item === 1) return item;
      throw new ValidationException([
        {
          path: ['name'],
          location: 'body',
          rule: 'isNotBlank',
          code: 'VALIDATION_REQUIRED_FIELD',
          params: {},
          message: 'must not be blank',
        },
      ]);
    });
  }
}

describe.each(PLATFORMS)('texts elsewhere on %s', (_, create) => {
  it('are those of the application, but for what a pipe of its own was given', async () => {
    const messages = { codes: { REQUIRED_FIELD: 'is missing' } };
    const { send } = await startApp(create, {
      controllers: [OtherController],
      options: { validation: { messages, transform: true, skipMissingProperties: true } },
    });

    const { body } = await send('/own-pipe', { body: {} });

    expect(body).toMatchObject({ error: { details: { name: ['Company is missing'] } } });
  });

  it('are in the language of the answer in a batch', async () => {
    const { send } = await startApp(create, { controllers: [OtherController], options });

    const { status, headers, body } = await send('/batch', { headers: inGerman });

    expect(status).toBe(207);
    expect(headers.get('content-language')).toBe('de');
    expect(headers.get('vary')).toBe('Accept, Accept-Language');
    expect(body).toMatchObject({ error: { details: { failures: [{ error: 'Name fehlt' }] } } });
  });
});
