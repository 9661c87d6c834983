import { describe, expect, it } from 'vitest';
import { nestedBody } from '../../support/bodies';
import { type CreateAdapter, PLATFORMS, startApp } from '../../support/platforms';
import { portOf } from './port-of';
import { StreamsController } from './streams.controller';
import { get, talk } from './wire';

const TEXT = 'An unexpected error occurred. Please try again later.';

async function open(create: CreateAdapter, path: string, request = get(path)) {
  const { app, logger } = await startApp(create, { controllers: [StreamsController] });
  const { answers, wasReset } = await talk(portOf(app), request);
  const [answer] = answers;
  if (answer === undefined || answers.length > 1) throw new Error(`${answers.length} answers`);
  const seen = JSON.stringify([answer, logger.lines.map(({ message }) => message)]);
  expect(seen).not.toContain('hunter2');
  expect(logger.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  const lines = logger.failures.map(({ message }) => message);
  return { answer, wasReset, lines };
}

const body = (path: string) => nestedBody({ code: 'INTERNAL_ERROR', message: TEXT, path });
const line = (path: string, traceId: string | undefined) =>
  `GET ${path} 500 INTERNAL_ERROR: ${TEXT} traceId=${traceId}`;

describe.each(PLATFORMS)('A body that fails on %s', (_name, create) => {
  it.each([
    ['a stream', '/file-early'],
    ['a file that does not exist', '/missing'],
    ['lines', '/lines-early'],
    ['a response that was taken over', '/hijacked'],
  ])('is a plain answer before its first byte: %s', async (_what, path) => {
    const { answer, lines } = await open(create, path);

    expect(answer.status).toBe(500);
    expect(JSON.parse(answer.body)).toEqual(body(path));
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.headers['content-length']).toBe(String(answer.body.length));
    expect(Object.keys(answer.headers)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:etag|content-disposition)$/)]),
    );
    expect(JSON.parse(answer.body)).toMatchObject({
      error: { traceId: answer.headers['x-trace-id'] },
    });
    expect(lines).toEqual([line(path, answer.headers['x-trace-id'])]);
  });

  it.each([
    ['a file', '/file', 'abc'],
    ['a file of a known length', '/length', 'abc'],
    ['an encoded body', '/packed-lines', 'abc'],
    ['the raw response', '/raw', 'a,b\n'],
  ])('is broken off after its first byte: %s', async (_what, path, start) => {
    const { answer, lines } = await open(create, path);

    expect(answer.status).toBe(200);
    expect(answer.body).toBe(start);
    expect(answer.isWhole).toBe(false);
    expect(lines).toEqual([line(path, answer.headers['x-trace-id'])]);
  });

  it.each([
    ['lines', '/lines', '{"a":1}\n{"a":2}\n', '\n'],
    ['half a line', '/half-line', '{"a":1}\n{"a":\n', '\n'],
    ['a sequence', '/sequence', '\u001E{"a":1}\n\u001E', '\n'],
    ['events', '/events', 'data: a\n\n\nevent: error\ndata: ', '\n\n'],
    ['lines on the raw response', '/raw-lines', '{"a":1}\n\n', '\n'],
    ['events on the raw response', '/raw-events', 'data: a\n\n\n\nevent: error\ndata: ', '\n\n'],
    ['a producer that goes on', '/raw-goes-on', 'data: a\n\n\n\nevent: error\ndata: ', '\n\n'],
  ])('ends with a record that says so: %s', async (_what, path, before, after) => {
    const { answer, lines } = await open(create, path);

    expect(answer.status).toBe(200);
    expect(answer.isWhole).toBe(true);
    expect(answer.body.slice(0, before.length)).toBe(before);
    expect(answer.body.endsWith(after)).toBe(true);
    const record: unknown = JSON.parse(answer.body.slice(before.length));
    expect(record).toEqual(body(path));
    expect(record).toMatchObject({ error: { traceId: answer.headers['x-trace-id'] } });
    expect(lines).toEqual([line(path, answer.headers['x-trace-id'])]);
  });

  it.each(['/raw-lines', '/raw-events'])('needs no trace ids to do so: %s', async (path) => {
    const parts = { controllers: [StreamsController], options: { tracing: false as const } };
    const { app } = await startApp(create, parts);
    const { answers } = await talk(portOf(app), get(path));
    expect(answers).toMatchObject([{ isWhole: true }]);
    expect(answers[0]?.body).toContain('"code":"INTERNAL_ERROR"');
  });

  it('does not end well for a client of HTTP/1.0, where a close is the end', async () => {
    const { answer, wasReset } = await open(create, '/file', 'GET /file HTTP/1.0\r\n\r\n');
    expect(answer.isWhole).toBe(false);
    expect(wasReset).toBe(true);
  });

  it('is left whole where it has ended before the failure', async () => {
    const { answer, lines } = await open(create, '/ended');
    expect(answer).toMatchObject({ status: 200, body: 'whole', isWhole: true });
    expect(lines).toEqual([line('/ended', answer.headers['x-trace-id'])]);
  });
});
