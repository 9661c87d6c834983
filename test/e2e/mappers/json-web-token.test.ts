import { JwtService } from '@nestjs/jwt';
import { type GetPublicKeyOrSecret, sign, verify, type VerifyOptions } from 'jsonwebtoken';
import { CANARY, describeRows, type ExpectedAnswer, type FailureRow } from './failure-row';
import { BUG, EXPIRED, EXPIRED_AT, INVALID, MISSING, NO_KEYS } from './token-answers';

const KEY = `${CANARY}-of-32-bytes-or-more-as-HS256-wants`;
const IN_2100 = 4_102_444_800;
const service = new JwtService({ secret: KEY });

const token = (claims: object = {}, key = KEY) => sign({ user: CANARY, ...claims }, key);
const check = (options: VerifyOptions, given = token()) => verify(given, KEY, options);

/** What options that TypeScript would refuse make of a verifier. */
const checkWrongly = (options: object) => verify(token(), KEY, options);

function checkWithKeyOf(failure: Error): Promise<void> {
  const getKey: GetPublicKeyOrSecret = (_header, done) => done(failure);
  return new Promise((resolve, reject) => {
    verify(token(), getKey, (error) => (error ? reject(error) : resolve()));
  });
}

const row = (failure: string, expected: ExpectedAnswer, raise: () => unknown): FailureRow => {
  return { source: 'jsonwebtoken', failure, raise, ...expected };
};

const rows: readonly FailureRow[] = [
  row('an expired token', EXPIRED, () => verify(token({ exp: EXPIRED_AT }), KEY)),
  row('a token older than maxAge', EXPIRED, () =>
    check({ maxAge: 60 }, token({ iat: EXPIRED_AT - 60 })),
  ),
  row('a token not yet active', INVALID, () => verify(token({ nbf: IN_2100 }), KEY)),
  row('another key', INVALID, () => verify(token({}, 'x'.repeat(40)), KEY)),
  row('no JWT', INVALID, () => verify(CANARY, KEY)),
  row('an unsigned token', INVALID, () => verify(sign({}, '', { algorithm: 'none' }), KEY)),
  row('another algorithm', INVALID, () => check({ algorithms: ['HS512'] })),
  row('another audience', INVALID, () => check({ audience: CANARY })),
  row('another issuer', INVALID, () => check({ issuer: CANARY })),
  row('another subject', INVALID, () => check({ subject: CANARY })),
  row('no token', MISSING, () => verify('', KEY)),
  row('a key that nobody has', INVALID, () =>
    checkWithKeyOf(new Error(`Unable to find a signing key that matches '${CANARY}'`)),
  ),
  row('a key that cannot be fetched', NO_KEYS, () => checkWithKeyOf(new Error(CANARY))),
  row('a verifier without a key', BUG, () => verify(token(), '')),
  row('a verifier with a wrong clock', BUG, () => checkWrongly({ clockTimestamp: CANARY })),
  row('a verifier with a wrong maxAge', BUG, () => checkWrongly({ maxAge: CANARY })),
  {
    ...row('an expired token', EXPIRED, () => service.verify(token({ exp: EXPIRED_AT }))),
    source: '@nestjs/jwt',
  },
  { ...row('no JWT', INVALID, () => service.verifyAsync(CANARY)), source: '@nestjs/jwt' },
];

describeRows('A token that jsonwebtoken refuses', rows);
