import { setImmediate as turn } from 'node:timers/promises';
import type { ExecutionContext } from '@nestjs/common';
import { defer, firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { currentTraceId } from '../../../lib/tracing/trace-context';
import { TraceIdInterceptor } from '../../../lib/tracing/trace-id.interceptor';
import { resolveTracing } from '../../../lib/tracing/tracing.options';

const message = { getType: () => 'rpc' } as ExecutionContext;

const handler = {
  handle: () =>
    defer(async () => {
      const before = currentTraceId();
      await turn();
      return [before, currentTraceId()];
    }),
};

describe('TraceIdInterceptor', () => {
  it('gives each message of another transport a trace of its own', async () => {
    const interceptor = new TraceIdInterceptor();
    const handle = () => firstValueFrom(interceptor.intercept(message, handler));
    const [first, second] = await Promise.all([handle(), handle()]);
    for (const [before, after] of [first, second] as string[][]) {
      expect(before).toMatch(/^[\da-f]{32}$/);
      expect(after).toBe(before);
    }
    expect(first).not.toEqual(second);
    expect(currentTraceId()).toBeUndefined();
  });

  it('stays in the trace that it is called in', async () => {
    const interceptor = new TraceIdInterceptor();
    const nested = {
      handle: () =>
        defer(async () => [
          currentTraceId(),
          ...((await firstValueFrom(interceptor.intercept(message, handler))) as string[]),
        ]),
    };
    const ids = await firstValueFrom(interceptor.intercept(message, nested));
    expect(new Set(ids as string[]).size).toBe(1);
  });

  it('needs no context where there is none', async () => {
    const interceptor = new TraceIdInterceptor(resolveTracing({ asyncContext: false }));
    const ids = await firstValueFrom(interceptor.intercept(message, handler));
    expect(ids).toEqual([undefined, undefined]);
  });
});
