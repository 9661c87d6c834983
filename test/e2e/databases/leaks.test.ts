import { All, Controller, Param } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';
import { databaseOptions } from './support/database-options';
import { leakyErrors, SECRET } from './support/leaky-errors';

const ERRORS = leakyErrors();

@Controller()
class LeakyController {
  @All('fail/:index') fail(@Param('index') index: string): never {
    throw ERRORS[Number(index)];
  }
}

const FORMATS = ['nested', 'flat', 'problem'] as const;
const controllers = [LeakyController];

describe.each(PLATFORMS)('On %s', (_name, create) => {
  it.each(FORMATS)('no secret of a database reaches an answer in the format %s', async (format) => {
    const options = { ...databaseOptions(), format };
    const { send } = await startApp(create, { controllers, options });

    const answers = await Promise.all(
      ERRORS.flatMap((_error, index) => [
        send(`/fail/${index}`, { body: { name: 'a', id: 1 } }),
        send(`/fail/${index}`, { method: 'DELETE' }),
      ]),
    );

    const refused = format === 'flat' ? 400 : 422;
    const statuses = new Set(answers.map(({ status }) => status));
    expect(statuses).toEqual(new Set([refused, 404, 409, 500, 503]));
    for (const { body, headers } of answers) {
      expect(JSON.stringify([body, ...headers]).toLowerCase()).not.toContain(SECRET);
    }
  });

  it('what the client sent under the name of a column is no secret, its value is', async () => {
    const { send } = await startApp(create, { controllers, options: databaseOptions() });
    const index = ERRORS.findIndex((error) => (error as { code?: unknown }).code === '23505');

    const answer = await send(`/fail/${index}`, {
      body: { hunter2Column: 'swordfish', other: 'swordfish' },
    });

    expect(answer.body).toMatchObject({
      error: { code: 'RESOURCE_CONFLICT', details: { hunter2Column: [expect.any(String)] } },
    });
    expect(JSON.stringify(answer.body)).not.toContain('swordfish');
    expect(JSON.stringify(answer.body)).not.toContain('_table');
  });
});
