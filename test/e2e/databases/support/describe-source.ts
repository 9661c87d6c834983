import { All, Controller, type INestApplication, Module, Param } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ErrorsModule, StandardErrors } from 'nestjs-errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nestedBody } from '../../../support/bodies';
import { PLATFORMS } from '../../../support/platforms';
import { request } from '../../../support/request';
import { databaseOptions } from './database-options';
import type { FailureRow, FailureSource } from './failure-source';

/** Raises each failure in a handler on Express and Fastify, and compares the whole answer. */
export function describeSource({ source, open, close, rows }: FailureSource): void {
  @Controller('rows')
  class RowsController {
    @All(':row') async raise(@Param('row') row: string): Promise<unknown> {
      return rows[Number(row)]?.raise();
    }
  }
  @Module({ imports: [ErrorsModule.forRoot(databaseOptions())], controllers: [RowsController] })
  class RowsModule {}

  describe(source, () => {
    beforeAll(async () => {
      await open();
    }, 60_000);
    afterAll(async () => {
      await close?.();
    });

    describe.each(PLATFORMS)('on %s', (_name, create) => {
      let app: INestApplication;
      let url: string;
      beforeAll(async () => {
        app = await NestFactory.create(RowsModule, create(), { logger: false });
        await app.listen(0, '127.0.0.1');
        url = await app.getUrl();
      });
      afterAll(() => app.close());

      it.each(rows.map((row, index) => ({ ...row, index })))(
        '$failure: $code',
        async ({ index, ...row }) => {
          const { method = 'POST', sent } = row;
          const answer = await request(`${url}/rows/${index}`, { method, body: sent });

          expect(answer.body).toEqual(bodyOf(row, `/rows/${index}`));
          expect(answer.status).toBe(StandardErrors[row.code].definition.status);
          expect(answer.headers.get('retry-after') ?? undefined).toBe(row.retryAfter);
        },
      );
    });
  });
}

function bodyOf({ code, details, method = 'POST' }: FailureRow, path: string) {
  const { message } = StandardErrors[code].definition;
  const text = typeof message === 'string' ? message : message.default;
  return nestedBody({ code, message: text, path, method, ...(details && { details }) });
}
