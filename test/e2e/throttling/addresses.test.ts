import { Controller, Get } from '@nestjs/common';
import { ExpressAdapter, type NestExpressApplication } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { ErrorsModuleOptions } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';
import { remaining } from './rate-limit';

@Controller()
class EventsController {
  @Get('events')
  list() {
    return [];
  }
}

const controllers = [EventsController];
const throttling = { policies: [{ name: 'default', limit: 5, windowMs: 60_000 }] };
const IGNORED = expect.stringContaining('X-Forwarded-For, but no proxy is trusted') as string;

type Parts = Parameters<typeof startApp>;

async function start(create: Parts[0], parts: NonNullable<Parts[1]> = {}) {
  const options: ErrorsModuleOptions = { throttling, ...parts.options };
  const { send, logger } = await startApp(create, { ...parts, options, controllers });
  const from = async (forwarded?: string) =>
    remaining(
      await send('/events', forwarded ? { headers: { 'x-forwarded-for': forwarded } } : {}),
    );
  const warnings = () =>
    logger.lines.filter(({ level }) => level === 'warn').map(({ message }) => message);
  return { from, warnings };
}

describe.each(PLATFORMS)('Client addresses on %s', (_name, create) => {
  it('are those of the connection; a header that nobody vouches for is reported once', async () => {
    const { from, warnings } = await start(create);
    expect(await from()).toBe('4');
    expect(warnings()).toEqual([]);
    expect(await from('203.0.113.7')).toBe('3');
    expect(await from('203.0.113.8')).toBe('2');
    expect(warnings()).toEqual([IGNORED]);
  });

  it('are read through trusted proxies', async () => {
    const { from, warnings } = await start(create, { options: { trustProxies: ['127.0.0.0/8'] } });
    expect(await from('203.0.113.7')).toBe('4');
    expect(await from('198.51.100.1, 203.0.113.7, 127.0.0.9')).toBe('3');
    expect(await from('203.0.113.8')).toBe('4');
    expect(await from('2001:db8:1:2::1')).toBe('4');
    expect(await from('[2001:db8:1:2::ffff]:4711')).toBe('3');
    expect(await from('2001:db8:1:3::1')).toBe('4');
    expect(warnings()).toEqual([]);
  });

  it('are not read through a proxy outside the trusted ranges', async () => {
    const { from } = await start(create, { options: { trustProxies: ['10.0.0.0/8'] } });
    expect(await from('203.0.113.7')).toBe('4');
    expect(await from('203.0.113.8')).toBe('3');
  });
});

const TRUSTING = {
  Express: () =>
    start(() => new ExpressAdapter(), {
      configure: (app) => (app as NestExpressApplication).set('trust proxy', 'loopback'),
    }),
  Fastify: () => start(() => new FastifyAdapter({ trustProxy: '127.0.0.1' })),
};

describe('Client addresses under the proxy trust of the framework', () => {
  it.each(PLATFORMS)('are those that %s reads', async (platform) => {
    const { from, warnings } = await TRUSTING[platform]();
    expect([await from('203.0.113.7'), await from('203.0.113.8')]).toEqual(['4', '4']);
    expect(await from('203.0.113.7')).toBe('3');
    expect(warnings()).toEqual([]);
  });
});
