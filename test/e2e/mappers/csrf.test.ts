import fastifyCookie from '@fastify/cookie';
import csrfProtection from '@fastify/csrf-protection';
import { Controller, type INestApplication, Post } from '@nestjs/common';
import cookieParser from 'cookie-parser';
import { doubleCsrf } from 'csrf-csrf';
import { describe, it } from 'vitest';
import { PLATFORMS } from '../../support/platforms';
import { CANARY, type ExpectedAnswer, expectAnswer } from './failure-row';
import { useApp } from './shared-app';

@Controller()
class TransferController {
  @Post() transfer() {
    return 'transferred';
  }
}

const FORGED: ExpectedAnswer = {
  code: 'PERMISSION_DENIED',
  details: { hint: 'Fetch a new CSRF token and send it with the request' },
};

function protectExpress(app: INestApplication): void {
  const { doubleCsrfProtection } = doubleCsrf({
    getSecret: () => CANARY,
    getSessionIdentifier: () => CANARY,
  });
  app.use(cookieParser(CANARY), doubleCsrfProtection);
}

interface ProtectedFastify {
  register(plugin: unknown, options?: object): Promise<void>;
  addHook(name: 'preValidation', hook: (...parts: never[]) => void): void;
  readonly csrfProtection: (...parts: never[]) => void;
}

async function protectFastify(app: INestApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance() as unknown as ProtectedFastify;
  await fastify.register(fastifyCookie, { secret: CANARY });
  await fastify.register(csrfProtection);
  fastify.addHook('preValidation', fastify.csrfProtection);
}

const protect = { Express: protectExpress, Fastify: protectFastify };

describe.each(PLATFORMS)('A forged request, told on %s', (name, create) => {
  const configure = protect[name];
  const { send } = useApp(create, { controllers: [TransferController], configure });

  it.each([
    ['without a token', {}],
    ['with a token of nobody', { 'x-csrf-token': CANARY, 'csrf-token': CANARY }],
    [
      'with a secret of nobody',
      { cookie: `_csrf=${CANARY}; __Host-psifi.x-csrf-token=${CANARY}`, 'x-csrf-token': CANARY },
    ],
  ])('is refused %s', async (_how, headers) => {
    const answer = await send('/', { method: 'POST', headers });

    expectAnswer(answer, { ...FORGED, path: '/', method: 'POST' });
  });
});
