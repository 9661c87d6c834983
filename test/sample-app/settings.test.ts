import { describe, expect, it } from 'vitest';
import { SampleApp } from './support/sample-app';

describe('the settings of the sample app', { timeout: 20_000 }, () => {
  it.each([
    ['ADAPTER', 'koa', 'ADAPTER must be "express" or "fastify", but it is "koa".'],
    ['PORT', 'http', 'PORT must be a whole number from 0 (any free port) to 65535, not "http".'],
  ])('names the fix for a wrong %s', async (name, value, fix) => {
    await expect(SampleApp.start({ [name]: value })).rejects.toThrow(fix);
  });
});
