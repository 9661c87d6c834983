import { describe, expect, it } from 'vitest';
import { type ExpectedAnswer, expectAnswer } from './failure-row';
import { file, FORM, form, part, TOO_LONG } from './form-body';
import { useApp } from './shared-app';
import { UPLOAD_STACKS, type UploadStack } from './upload-stacks';

const MALFORMED: ExpectedAnswer = { code: 'REQUEST_MALFORMED' };
const UNSUPPORTED: ExpectedAnswer = { code: 'UNSUPPORTED_MEDIA_TYPE' };
const tooLarge = (details: object): ExpectedAnswer => ({ code: 'PAYLOAD_TOO_LARGE', details });
const unexpected = (details: object): ExpectedAnswer => ({ code: 'VALIDATION_FAILED', details });

type Upload = readonly [what: string, body: string, expected: ExpectedAnswer, type?: string];

function uploadsFor({ isStrict, isTellingField }: UploadStack): readonly Upload[] {
  const ofAvatar = isTellingField ? { field: 'avatar' } : {};
  return [
    ['a large file', form(file('avatar', TOO_LONG)), tooLarge({ limit: 'fileSize', ...ofAvatar })],
    [
      'too many fields',
      form(part('a', '1'), part('b', '2'), part('c', '3')),
      tooLarge({ limit: 'fields' }),
    ],
    ['a form that ends early', part('a', TOO_LONG), MALFORMED],
    ['half a file', file('avatar').slice(0, -4), MALFORMED],
    ['a form without a boundary', form(file('avatar')), MALFORMED, 'multipart/form-data'],
    ['another kind of parts', form(file('avatar')), UNSUPPORTED, 'multipart/mixed; boundary=edge'],
    ...(isStrict ? STRICT : LENIENT),
  ];
}

/** What multer refuses, and what follows it. */
const STRICT: readonly Upload[] = [
  [
    'a file that nobody expects',
    form(file('cv')),
    unexpected({ cv: ['Cv is not an expected file'] }),
  ],
  [
    'a second file where one is expected',
    form(file('avatar'), file('avatar')),
    unexpected({ avatar: ['Avatar is not an expected file'] }),
  ],
  ['a long field', form(part('name', TOO_LONG)), tooLarge({ limit: 'fieldSize', field: 'name' })],
  ['a name that nests too deep', form(part('a[b][c][d]', '1')), MALFORMED],
  ['a part without a name', form(part('a', '1').replace('; name="a"', '')), MALFORMED],
  ['an error of its own filter', form(file('avatar', 'x', 'refused')), { code: 'INTERNAL_ERROR' }],
];

/** What @fastify/multipart refuses of itself. */
const LENIENT: readonly Upload[] = [
  [
    'too many files',
    form(file('a'), file('b'), file('c'), file('d')),
    tooLarge({ limit: 'files' }),
  ],
  [
    'too many parts',
    form(part('a', '1'), part('b', '2'), file('c'), file('d'), file('e')),
    tooLarge({ limit: 'parts' }),
  ],
  ['a field that would pollute', form(part('__proto__', '1')), MALFORMED],
  ['a field of broken JSON', form(part('a', '{', '\r\nContent-Type: application/json')), MALFORMED],
  ['JSON for a form', '{}', UNSUPPORTED, 'application/json'],
];

describe.each(UPLOAD_STACKS)('$name', (stack) => {
  const { controller, create, configure } = stack;
  const { send } = useApp(create, { controllers: [controller], ...(configure && { configure }) });
  const upload = (body: string, type = FORM) =>
    send('/avatar', { method: 'POST', headers: { 'content-type': type }, body });

  it('takes what is within the limits', async () => {
    expect((await upload(form(part('name', 'Ann'), file('avatar')))).status).toBe(201);
  });

  for (const [what, body, expected, type] of uploadsFor(stack)) {
    it(`refuses ${what}`, async () => {
      const answer = await upload(body, type);

      expectAnswer(answer, { ...expected, path: '/avatar', method: 'POST' });
    });
  }
});
