import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type ErrorsModuleOptions, ErrorsModule } from 'nestjs-errors';
import { AcceptLanguageResolver, I18nLoader, I18nModule, I18nService } from 'nestjs-i18n';
import { afterEach, describe, expect, it } from 'vitest';
import { nestedBody } from '../../support/bodies';
import { type CreateAdapter, PLATFORMS } from '../../support/platforms';
import { RecordingLogger } from '../../support/recording-logger';
import { request } from '../../support/request';
import { BAD_ORDER, OrdersController } from './orders.controller';

class TextLoader extends I18nLoader {
  languages() {
    return Promise.resolve(['en', 'de']);
  }

  load() {
    return Promise.resolve({
      en: { validation: { minLength: 'needs {min} characters' } },
      de: {
        validation: { isNotBlank: 'fehlt', minLength: 'braucht {min} Zeichen' },
        fields: { password: 'Passwort' },
      },
    });
  }
}

interface Localised {
  readonly i18nLang?: string;
  readonly raw?: Localised;
}

/** As the docs have it. */
function optionsWith(i18n: I18nService): ErrorsModuleOptions {
  const lookUp = (lang: string, key: string, args: object = {}) => {
    const text: unknown = i18n.translate(key, { lang, args });
    return text === key || typeof text !== 'string' ? undefined : text;
  };
  return {
    validation: {
      // Fastify's own request holds what middleware sees.
      localeOf: (incoming) => {
        const { i18nLang, raw } = incoming as Localised;
        return i18nLang ?? raw?.i18nLang;
      },
      messages: ({ rule, params }, { locale }) => lookUp(locale, `validation.${rule}`, params),
      labels: (_, { locale, name }) => lookUp(locale, `fields.${name}`),
    },
  };
}

const closing: (() => Promise<void>)[] = [];
afterEach(() => Promise.all(closing.splice(0).map((close) => close())));

async function start(create: CreateAdapter) {
  const i18n = I18nModule.forRoot({
    fallbackLanguage: 'en',
    loader: TextLoader,
    loaderOptions: {},
    resolvers: [AcceptLanguageResolver],
    logging: false,
  });
  const errors = ErrorsModule.forRootAsync({ inject: [I18nService], useFactory: optionsWith });
  @Module({ imports: [i18n, errors], controllers: [OrdersController] })
  class AppModule {}

  const logger = new RecordingLogger();
  const app = await NestFactory.create(AppModule, create(), { logger, abortOnError: false });
  closing.push(() => app.close());
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  return (language: string) =>
    request(`http://127.0.0.1:${port}/orders`, {
      body: BAD_ORDER,
      headers: { 'accept-language': language },
    });
}

const refused = (details: object) =>
  nestedBody({
    code: 'VALIDATION_FAILED',
    message: 'Request validation failed',
    path: '/orders',
    method: 'POST',
    details: {
      'items[1].price': ['Price must be greater than or equal to 0'],
      email: ['Give $& an {address}'],
      tags: ['Each element of tags must be a string'],
      ...details,
    },
  });

describe.each(PLATFORMS)('texts of nestjs-i18n on %s', (_, create) => {
  it('are in the language that it found; what it lacks is told by the library', async () => {
    const send = await start(create);

    const { status, headers, body } = await send('de, en;q=0.5');

    expect([status, headers.get('content-language')]).toEqual([422, 'de']);
    expect(body).toEqual(
      refused({ name: ['Customer name fehlt'], password: ['Passwort braucht 8 Zeichen'] }),
    );
  });

  it('are in its fallback language for all others', async () => {
    const send = await start(create);

    const { status, headers, body } = await send('xx');

    expect([status, headers.get('content-language')]).toEqual([422, 'en']);
    expect(body).toEqual(
      refused({
        name: ['Customer name is required'],
        password: ['Password needs 8 characters'],
      }),
    );
  });
});
