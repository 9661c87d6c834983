import { expect, it } from 'vitest';
import { type Answer, request } from '../../support/request';
import { clientToken, expiredToken, tokenOf } from '../support/accounts';
import { guideCodes } from '../support/guide-codes';
import { parseCommand } from '../support/parse-curl';
import { readmeRows } from '../support/readme-requests';
import type { SampleApp } from '../support/sample-app';

export function readmeRowsHold(app: () => SampleApp): void {
  it('has a request in its README for every code of the Engagifii guide', () => {
    const listed = readmeRows('Engagifii Events').map(({ subject }) => subject);
    expect(listed).toEqual(expect.arrayContaining([...guideCodes]));
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('answers each request of the Engagifii table with its status and code', async () => {
    const variables = await shellVariables(app());
    for (const { subject, status, command } of readmeRows('Engagifii Events')) {
      const answer = await run(command, variables);
      const { code } = (answer.body as { error: { code: string } }).error;
      expect([answer.status, code], command).toStrictEqual([status, subject]);
    }
  });

  it('answers each request of the EntryGuard table with its status and message', async () => {
    const variables = await shellVariables(app());
    const rows = readmeRows('EntryGuard');
    expect(rows.length).toBeGreaterThan(12);
    for (const { subject, status, command } of rows) {
      const { body } = await run(command, variables);
      expect(body, command).toMatchObject({ status, message: subject });
    }
  });
}

/** What the README's bash block sets. */
async function shellVariables(app: SampleApp): Promise<Record<string, string>> {
  return {
    API: app.url,
    ACME: '-H api-version:1.0 -H tenant-code:acme',
    ADMIN: await tokenOf(app, 'admin@acme.test'),
    MEMBER: await tokenOf(app, 'user@acme.test'),
    EXPIRED: await expiredToken(app),
    READER: await clientToken(app, 'events:read'),
  };
}

async function run(command: string, variables: Record<string, string>): Promise<Answer> {
  const { url, init, times } = parseCommand(command, variables);
  let answer = await request(url, init);
  for (let count = 1; count < times; count++) answer = await request(url, init);
  return answer;
}
