import { describe, expect, it } from 'vitest';
import { ExpressAdapter } from '@nestjs/platform-express';
import { startApp } from '../../support/platforms';
import { StreamsController } from './streams.controller';

// Nest asks a file for its error handler on Express only.
describe('A file with an error handler of its own', () => {
  it('is left to it', async () => {
    const controllers = [StreamsController];
    const { send, logger } = await startApp(() => new ExpressAdapter(), { controllers });
    expect(await send('/own-handler')).toMatchObject({ status: 503, body: 'mine' });
    expect(logger.failures).toEqual([]);
  });
});
