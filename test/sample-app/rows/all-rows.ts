import { afterAll, beforeAll, expect, it } from 'vitest';
import { SampleApp } from '../support/sample-app';
import { entryguardAccessRows } from './entryguard-access.rows';
import { entryguardLimitsRows } from './entryguard-limits.rows';
import { entryguardRegistrationRows } from './entryguard-registration.rows';
import { entryguardResourcesRows } from './entryguard-resources.rows';
import { eventsAuthRows } from './events-auth.rows';
import { eventsBulkRows } from './events-bulk.rows';
import { eventsLimitsRows } from './events-limits.rows';
import { eventsProblemRows } from './events-problem.rows';
import { eventsRulesRows } from './events-rules.rows';
import { eventsSavingRows } from './events-saving.rows';
import { readmeRowsHold } from './readme.rows';

/** Every row of the scenarios, against one process of the sample app. */
export function allRows(environment: () => Promise<Record<string, string>>): void {
  let app: SampleApp | undefined;
  const running = (): SampleApp => {
    if (app === undefined) throw new Error('The sample app did not start.');
    return app;
  };

  beforeAll(async () => {
    app = await SampleApp.start(await environment());
  }, 60_000);

  afterAll(() => app?.stop());

  it('is healthy once it listens', async () => {
    const { status, body } = await running().send('/health');
    expect([status, body]).toStrictEqual([200, { status: 'ok' }]);
  });

  entryguardRegistrationRows(running);
  entryguardAccessRows(running);
  entryguardResourcesRows(running);
  entryguardLimitsRows(running);
  eventsAuthRows(running);
  eventsSavingRows(running);
  eventsBulkRows(running);
  eventsRulesRows(running);
  eventsLimitsRows(running);
  eventsProblemRows(running);
  readmeRowsHold(running);

  it('ends by the signal that asked it to, everything closed', async () => {
    const stopped = await running().stop();
    app = undefined;
    expect(stopped).toStrictEqual({ code: null, signal: 'SIGTERM' });
  });
}
