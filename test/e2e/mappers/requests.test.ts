import { Body, Controller, Get, Post } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../support/platforms';
import { CANARY, type ExpectedAnswer, expectAnswer } from './failure-row';
import { useApp } from './shared-app';

@Controller()
class EchoController {
  @Post() echo(@Body() body: unknown) {
    return body ?? null;
  }

  @Get() ping() {
    return 'pong';
  }
}

const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };
const MALFORMED: ExpectedAnswer = { code: 'REQUEST_MALFORMED' };
const TOO_LARGE: ExpectedAnswer = { code: 'PAYLOAD_TOO_LARGE' };
const UNSUPPORTED: ExpectedAnswer = { code: 'UNSUPPORTED_MEDIA_TYPE' };

type Row = readonly [
  what: string,
  headers: Record<string, string>,
  body: string,
  expected: ExpectedAnswer,
];

const onBoth: readonly Row[] = [
  ['JSON that is cut off', JSON_TYPE, `{"password":"${CANARY}`, MALFORMED],
  ['text that is no JSON', JSON_TYPE, CANARY, MALFORMED],
  ['a large body', JSON_TYPE, JSON.stringify(CANARY.repeat(100_000)), TOO_LARGE],
];

const onExpress: readonly Row[] = [
  [
    'a charset that nobody reads',
    { 'content-type': `application/json; charset=${CANARY}` },
    '{}',
    UNSUPPORTED,
  ],
  [
    'an encoding that nobody reads',
    { ...JSON_TYPE, 'content-encoding': CANARY },
    '{}',
    UNSUPPORTED,
  ],
  ['gzip that is none', { ...JSON_TYPE, 'content-encoding': 'gzip' }, CANARY, MALFORMED],
  ['deflate that is none', { ...JSON_TYPE, 'content-encoding': 'deflate' }, CANARY, MALFORMED],
  ['brotli that is none', { ...JSON_TYPE, 'content-encoding': 'br' }, CANARY, MALFORMED],
  ['too many parameters', FORM_TYPE, `${CANARY}=1&`.repeat(1_001), TOO_LARGE],
  ['parameters nested too deep', FORM_TYPE, `a${'[b]'.repeat(40)}=${CANARY}`, MALFORMED],
  [
    'a signature that a verifier refuses',
    { ...JSON_TYPE, 'x-signature': 'wrong' },
    '{}',
    { code: 'PERMISSION_DENIED' },
  ],
];

const onFastify: readonly Row[] = [
  ['a type that nobody reads', { 'content-type': 'application/xml' }, `<${CANARY}/>`, UNSUPPORTED],
  ['no JSON where JSON is said to be', JSON_TYPE, '', MALFORMED],
  ['JSON that would pollute', JSON_TYPE, `{"__proto__":{"${CANARY}":1}}`, MALFORMED],
];

/** An application's own check of a body, as of a webhook's signature. */
function verifySignature(request: { readonly headers: Record<string, unknown> }): void {
  if (request.headers['x-signature'] === 'wrong') throw new Error(CANARY);
}

const verified: object = { verify: verifySignature };

const isExpress = (name: string) => name === 'Express';

describe.each(PLATFORMS)('A request that %s cannot read', (name, create) => {
  const { send } = useApp(create, {
    controllers: [EchoController],
    configure: (app) =>
      isExpress(name) && (app as NestExpressApplication).useBodyParser('json', verified),
  });

  for (const row of [...onBoth, ...(isExpress(name) ? onExpress : onFastify)]) {
    const [what, headers, body, expected] = row;
    it(`has ${what}`, async () => {
      const answer = await send('/', { method: 'POST', headers, body });

      expectAnswer(answer, { ...expected, path: '/', method: 'POST' });
    });
  }

  it('is none because of broken cookies', async () => {
    const cookie = `a=%FF; =; b="${CANARY}; s:${CANARY}.wrong; j:{`;

    expect((await send('/', { headers: { cookie } })).status).toBe(200);
  });
});
