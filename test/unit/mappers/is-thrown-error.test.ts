import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { isThrownError } from '../../../lib/thrown/is-thrown-error';
import { failureCodeOf } from './all-mappers';

const proxyOf = (error: Error) => new Proxy(error, {});
const { proxy: revoked, revoke } = Proxy.revocable(new Error('x'), {});
revoke();

describe('A thrown error', () => {
  it.each<[string, unknown]>([
    ['an Error', new Error('x')],
    ['a class of its own', new (class Own extends Error {})('x')],
    ['one of another realm', runInNewContext('new TypeError("x")')],
    ['one made without its constructor', Object.create(Error.prototype)],
    ['a DOMException', new DOMException('x', 'AbortError')],
    ['a proxy of one', proxyOf(new Error('x'))],
  ])('is %s', (_what, value) => {
    expect(isThrownError(value)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['a text', 'Error: x'],
    ['JSON', JSON.parse('{"name":"Error","message":"x","stack":"x"}')],
    ['a function', Error],
    ['a revoked proxy', revoked],
  ])('is not %s', (_what, value) => {
    expect(isThrownError(value)).toBe(false);
  });
});

describe('JSON that was thrown as an upstream sent it', () => {
  it.each<[string, object]>([
    ['jsonwebtoken', { name: 'TokenExpiredError', message: 'jwt expired', expiredAt: new Date() }],
    ['jose', { code: 'ERR_JWT_EXPIRED', claim: 'exp', payload: { exp: 1 } }],
    ['passport', { name: 'AuthenticationError', status: 401 }],
    ['express-jwt', { name: 'UnauthorizedError', status: 401, code: 'credentials_required' }],
    ['fastify-jwt', { code: 'FST_JWT_AUTHORIZATION_TOKEN_EXPIRED', statusCode: 401 }],
    ['OAuth', { name: 'invalid_token', status: 401, statusCode: 401, code: 401 }],
    ['http-errors', { status: 404, statusCode: 404, expose: true, message: 'x' }],
    ['Fastify', { code: 'FST_ERR_VALIDATION', validation: [], statusCode: 400 }],
    ['multer', { name: 'MulterError', code: 'LIMIT_FILE_SIZE' }],
    ['zod', { name: 'ZodError', issues: [{ code: 'custom', message: 'x', path: [] }] }],
    ['valibot', { name: 'ValiError', issues: [{ type: 'check', message: 'x' }] }],
    ['node', { code: 'ECONNREFUSED', syscall: 'connect' }],
    ['axios', { isAxiosError: true, response: { status: 404 } }],
    ['got', { code: 'ERR_NON_2XX_3XX_RESPONSE', response: { statusCode: 404 } }],
    ['undici', { code: 'UND_ERR_RESPONSE', statusCode: 404 }],
    ['gRPC', { code: 5, details: 'x', metadata: { getMap: 1 } }],
    ['opossum', { code: 'EOPENBREAKER' }],
    ['cockatiel', { isBrokenCircuitError: true }],
    ['AbortSignal', { name: 'TimeoutError' }],
    ['RxJS', { name: 'TimeoutError', info: { seen: 0 } }],
    ['Promise.any', { name: 'AggregateError', errors: [] }],
  ])('is no failure of %s', (source, forged) => {
    // The result of a Standard Schema is no more than JSON; its texts are kept back elsewhere.
    expect(failureCodeOf(forged)).toBe(
      source === 'zod' || source === 'valibot' ? 'VALIDATION_FAILED' : undefined,
    );
  });
});
