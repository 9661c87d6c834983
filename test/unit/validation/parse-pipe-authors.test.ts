import {
  BadRequestException,
  Body,
  HttpStatus,
  NotFoundException,
  ParseIntPipe,
  type PipeTransform,
  Query,
} from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { authoredStatus, mapped, thrownBy } from './support/refused-by-pipe';

class NoHandler {
  other() {}
}

function controllerWith(pipe: PipeTransform | (new () => PipeTransform)): Function {
  class Controller {
    handle(@Query('page', pipe) page: unknown) {
      return page;
    }
  }
  return Controller;
}

const QUERY = { location: 'query', path: ['page'] };
const NUMERIC = 'Validation failed (numeric string is expected)';

describe('an exception of a Parse* pipe that its author changed', () => {
  it('keeps the status that its author gave the pipe', async () => {
    const pipe = new ParseIntPipe({ errorHttpStatusCode: HttpStatus.NOT_ACCEPTABLE });
    const thrown = await thrownBy(pipe, 'x');
    const exception = mapped(thrown, controllerWith(pipe), { query: { page: 'x' } });

    expect(exception?.fields).toMatchObject([QUERY]);
    expect(authoredStatus(exception)).toBe(406);
  });

  it.each([
    [
      'another exception',
      new ParseIntPipe({ exceptionFactory: (text) => new NotFoundException(text) }),
    ],
    [
      'other members',
      new ParseIntPipe({ exceptionFactory: () => new BadRequestException({ my: 1 }) }),
    ],
    ['no exception at all', new ParseIntPipe({ exceptionFactory: () => 'text' as never })],
  ])('is left alone where its author makes %s', async (_, pipe) => {
    const thrown = await thrownBy(pipe, 'x');

    expect(mapped(thrown, controllerWith(pipe), { query: { page: 'x' } })).toBeUndefined();
  });

  it('is found behind a pipe of its own that calls the one of Nest', async () => {
    class PagePipe implements PipeTransform {
      transform(value: string) {
        return new ParseIntPipe().transform(value, { type: 'query' });
      }
    }
    const thrown = await thrownBy(new PagePipe(), 'x');

    const exception = mapped(thrown, controllerWith(PagePipe), { query: { page: 'x' } });
    expect(exception?.fields).toMatchObject([{ ...QUERY, rule: 'isInt' }]);
  });

  it('is left alone where no parameter can have caused it', () => {
    class Controller {
      handle(@Body() body: unknown) {
        return body;
      }
    }

    expect(mapped(new BadRequestException(NUMERIC), Controller, { body: {} })).toBeUndefined();
    expect(mapped(new BadRequestException(NUMERIC), NoHandler, {})).toBeUndefined();
    expect(mapped(new Error(NUMERIC), controllerWith(ParseIntPipe), {})).toBeUndefined();
    expect(
      mapped(new BadRequestException('Other'), controllerWith(ParseIntPipe), {}),
    ).toBeUndefined();
  });
});
