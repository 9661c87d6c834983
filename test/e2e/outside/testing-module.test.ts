import { Controller, Sse } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ErrorsModule } from 'nestjs-errors';
import { concat, of, throwError } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../support/platforms';
import { portOf } from '../late/port-of';
import { get, talk } from '../late/wire';

@Controller()
class EventsController {
  @Sse('events') events() {
    return concat(
      of({ data: 'a' }),
      throwError(() => new Error('postgres://admin:hunter2@db')),
    );
  }
}

describe.each(PLATFORMS)('An application of @nestjs/testing on %s', (_name, create) => {
  it('is watched as any other', async () => {
    const builder = Test.createTestingModule({
      imports: [ErrorsModule.forRootAsync({ useFactory: async () => ({ format: 'flat' }) })],
      controllers: [EventsController],
    });
    const module = await builder.compile();
    const app = module.createNestApplication(create(), { logger: false });
    app.setGlobalPrefix('api');
    await app.listen(0, '127.0.0.1');

    const ask = async (text: string) => {
      const { answers } = await talk(portOf(app), text, { answers: 1 });
      return answers[0]?.body;
    };
    expect(await ask('GARBAGE\r\n\r\n')).toContain('"status":400');
    expect(await ask(get('/nothing'))).toContain('"status":404');
    expect(await ask(get('/api/%FF'))).toMatch(/"status":40[04]/);
    expect(await ask(get('/api/events'))).toMatch(/event: error\nid: 2\ndata: \{.*"status":500/);
    await app.close();
  });
});
