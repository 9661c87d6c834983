import { describe, expect, it } from 'vitest';
import manifest from '../../../package.json';
import { codeForStatus as serverCode } from '../../../lib/catalog/code-for-status';
import { retryAdviceFor } from '../../../lib/catalog/retry-advice';
import { StandardErrors } from '../../../lib/catalog/standard-errors';
import { RETRY_MATRIX } from '../../../lib/client/call/retry-matrix';
import { codeForStatus } from '../../../lib/client/errors/code-for-status';
import { redact } from '../../../lib/client/support/redact';
import { VERSION } from '../../../lib/client/version';
import { SECRET_KEYS } from '../../../lib/redaction/secret-keys';
import { failureOf, fakeApi, nested } from './support/fake-api';

describe('The client agrees with the server', () => {
  it('on how often each status is repeated', () => {
    for (let status = 400; status < 600; status++) {
      // Once, and on conditions: after a refresh, and where a hook says that it is resolved.
      const repeats = [401, 409].includes(status) ? 1 : (RETRY_MATRIX[status] ?? 0);
      expect([status, repeats]).toEqual([status, retryAdviceFor(status).maxAttempts ?? 0]);
    }
  });

  it('on what is repeated by whom', async () => {
    for (const { code, definition } of Object.values(StandardErrors)) {
      if (definition.status < 400) continue;
      const { strategy } =
        'retry' in definition ? definition.retry : retryAdviceFor(definition.status);
      const { retryable, action } = await failureOf(
        fakeApi({ retry: false }, nested(definition.status, code)).api.get('/x'),
      );
      expect([code, retryable]).toEqual([
        code,
        strategy === 'backoff' || strategy === 'retry-after',
      ]);
      expect([code, action === 'REFRESH_TOKEN']).toEqual([code, strategy === 'refresh-token']);
    }
  });

  it('on the code of an answer that names none, where callers act on it', () => {
    const known = [400, 401, 403, 404, 409, 422, 423, 429, 500, 502, 503, 504, 505];
    for (const status of known) expect(codeForStatus(status, null)).toBe(serverCode(status));
  });

  it('on the names of secrets', () => {
    for (const name of SECRET_KEYS) {
      expect(redact({ [name]: 'x' })).toEqual({ [name]: '[REDACTED]' });
    }
    expect(redact({ author: 'x', authority: 'x', passenger: 'x' })).toMatchObject({ author: 'x' });
  });

  it('on the version', () => {
    expect(VERSION).toBe(manifest.version);
  });
});
