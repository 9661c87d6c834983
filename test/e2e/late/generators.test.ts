import { Controller, Get } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { nestedBody } from '../../support/bodies';
import { PLATFORMS, startApp } from '../../support/platforms';
import { NEST_MAJOR } from '../../support/nest-major';
import { portOf } from './port-of';
import { SECRET } from './streams.controller';
import { get, talk } from './wire';

@Controller()
class GeneratorsController {
  @Get('objects') async *objects() {
    yield { a: 1 };
    await new Promise(setImmediate);
    throw new Error(SECRET);
  }

  @Get('texts') async *texts() {
    yield 'a';
    await new Promise((resolve) => setTimeout(resolve, 5));
    throw new Error(SECRET);
  }

  @Get('first') async *first() {
    yield await Promise.reject(new Error(SECRET));
  }

  @Get('response') response() {
    const events = new ReadableStream<string>({
      start: (controller) => controller.enqueue('data: a\n\n'),
      pull: (controller) => controller.error(new Error(SECRET)),
    });
    return new Response(events.pipeThrough(new TextEncoderStream()), {
      headers: { 'content-type': 'text/event-stream' },
    });
  }
}

const PATHS = {
  '/objects': { status: 200, isWhole: true, before: '{"a":1}\n' },
  '/texts': { status: 200, isWhole: false, before: 'a' },
  '/first': { status: 500, isWhole: true, before: '' },
  '/response': { status: 200, isWhole: true, before: 'data: a\n\n\nevent: error\ndata: ' },
};

// Nest 11 streams nothing but files.
describe.each(NEST_MAJOR < 12 ? [] : PLATFORMS)('A generator that fails on %s', (_name, create) => {
  it.each(Object.entries(PATHS))('ends as its media type can: %s', async (path, expected) => {
    const { app, logger } = await startApp(create, { controllers: [GeneratorsController] });

    const { answers } = await talk(portOf(app), get(path));

    const { status, before, isWhole } = expected;
    expect(answers).toMatchObject([{ status, isWhole }]);
    const text = answers[0]?.body ?? '';
    expect(text.slice(0, before.length)).toBe(before);
    const message = 'An unexpected error occurred. Please try again later.';
    if (isWhole) {
      expect(JSON.parse(text.slice(before.length))).toEqual(
        nestedBody({ code: 'INTERNAL_ERROR', message, path }),
      );
    }
    const errors = logger.lines.filter(({ level }) => level === 'error');
    expect(errors.map((line) => line.message)).toEqual([
      expect.stringContaining(`GET ${path} 500 INTERNAL_ERROR`),
    ]);
  });
});

it('runs on a version of Nest that it knows', () => {
  expect([11, 12]).toContain(NEST_MAJOR);
});
