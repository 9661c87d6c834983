import {
  base64url,
  CompactSign,
  createLocalJWKSet,
  createRemoteJWKSet,
  EncryptJWT,
  exportJWK,
  generateKeyPair,
  jwtDecrypt,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyOptions,
  SignJWT,
} from 'jose';
import { urlOf, useDependency } from './dependency';
import { CANARY, describeRows, type ExpectedAnswer, type FailureRow } from './failure-row';
import { BUG, EXPIRED, EXPIRED_AT, EXPIRED_ONCE, INVALID, NO_KEYS } from './token-answers';

const KEY = new TextEncoder().encode(`${CANARY}-of-32-bytes-or-more-as-HS256-wants`);
const IN_2100 = 4_102_444_800;

const token = (claims: JWTPayload = {}, key = KEY, alg = 'HS256') =>
  new SignJWT({ user: CANARY, ...claims }).setProtectedHeader({ alg }).sign(key);

const check = async (options: JWTVerifyOptions, claims: JWTPayload = {}) =>
  jwtVerify(await token(claims), KEY, options);

/** A token of an asymmetric key, checked with a set that holds `count` other keys. */
async function checkWithSet(count: number): Promise<void> {
  const pairs = await Promise.all(
    Array.from({ length: count + 1 }, () => generateKeyPair('ES256')),
  );
  const [own, ...others] = pairs;
  const keys = await Promise.all(others.map(({ publicKey }) => exportJWK(publicKey)));
  if (own === undefined) return;
  const signed = await new SignJWT({}).setProtectedHeader({ alg: 'ES256' }).sign(own.privateKey);
  await jwtVerify(signed, createLocalJWKSet({ keys }));
}

async function checkWithRemoteSet(path: string): Promise<void> {
  const keys = createRemoteJWKSet(new URL(urlOf(path)), { timeoutDuration: 50 });
  const { privateKey } = await generateKeyPair('ES256');
  await jwtVerify(
    await new SignJWT({}).setProtectedHeader({ alg: 'ES256' }).sign(privateKey),
    keys,
  );
}

const encrypted = (header: object) =>
  [JSON.stringify(header), '', 'iv', CANARY, 'tag'].map((part) => base64url.encode(part)).join('.');

async function decryptWithAnotherKey(): Promise<void> {
  const header = { alg: 'dir', enc: 'A256GCM' };
  const sealed = await new EncryptJWT({}).setProtectedHeader(header).encrypt(KEY.slice(0, 32));
  await jwtDecrypt(sealed, KEY.slice(1, 33));
}

async function verifyText(): Promise<void> {
  const text = new TextEncoder().encode(CANARY);
  const signed = await new CompactSign(text).setProtectedHeader({ alg: 'HS256' }).sign(KEY);
  await jwtVerify(signed, KEY);
}

const row = (failure: string, expected: ExpectedAnswer, raise: () => unknown): FailureRow => {
  return { source: 'jose', failure, raise, ...expected };
};

const rows: readonly FailureRow[] = [
  row('an expired token', EXPIRED, () => check({}, { exp: EXPIRED_AT })),
  row('a token older than maxTokenAge', EXPIRED_ONCE, () =>
    check({ maxTokenAge: 60 }, { iat: EXPIRED_AT }),
  ),
  row('a token not yet active', INVALID, () => check({}, { nbf: IN_2100 })),
  row('another audience', INVALID, () => check({ audience: CANARY })),
  row('another key', INVALID, async () =>
    jwtVerify(await token(), new TextEncoder().encode('x'.repeat(40))),
  ),
  row('no JWT', INVALID, () => jwtVerify(CANARY, KEY)),
  row('a signed text', INVALID, verifyText),
  row('an encrypted token of another key', INVALID, decryptWithAnotherKey),
  row('another algorithm', INVALID, () => check({ algorithms: ['HS512'] })),
  row('an encrypted token that is broken', INVALID, () =>
    jwtDecrypt(encrypted({ alg: 'dir', enc: 'A256GCM' }), KEY.slice(0, 32)),
  ),
  row('an algorithm that nobody knows', INVALID, () =>
    jwtDecrypt(encrypted({ alg: CANARY, enc: 'A256GCM' }), KEY.slice(0, 32)),
  ),
  row('a key that the set lacks', INVALID, () => checkWithSet(0)),
  row('a signature of none of the keys', INVALID, () => checkWithSet(1)),
  row('a key that the token does not name', INVALID, () => checkWithSet(2)),
  row('a key set that does not come', NO_KEYS, () => checkWithRemoteSet('/hangs')),
  row('a key set with a status', NO_KEYS, () => checkWithRemoteSet('/500')),
  row('a key set that is no JSON', NO_KEYS, () => checkWithRemoteSet('/200')),
  row('a key set that is none', NO_KEYS, () => checkWithRemoteSet('/answers-json')),
  row('a verifier without a key', BUG, async () => jwtVerify(await token(), new Uint8Array())),
];

describeRows('A token that jose refuses', rows, useDependency);
