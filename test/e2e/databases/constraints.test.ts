import { Controller, Get, Post } from '@nestjs/common';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { flatBody, nestedBody, problemBody } from '../../support/bodies';
import { PLATFORMS, startApp } from '../../support/platforms';
import { databaseOptions } from './support/database-options';

const duplicate = (constraint: string): Error => {
  const error = new pg.DatabaseError('duplicate key value', 1, 'error');
  return Object.assign(error, { severity: 'ERROR', code: '23505', table: 'users', constraint });
};

@Controller()
class UsersController {
  @Post('users') create(): never {
    throw duplicate('users_email_key');
  }

  @Post('names') rename(): never {
    throw duplicate('users_name_key');
  }

  @Get('users') list(): never {
    const error = new pg.DatabaseError('LIMIT must not be negative', 1, 'error');
    throw Object.assign(error, { severity: 'ERROR', code: '2201W' });
  }
}

const controllers = [UsersController];
const constraints = {
  users_email_key: { field: 'email', code: 'VALIDATION_DUPLICATE', message: 'is already in use' },
  users_name_key: { field: 'name' },
};

describe.each(PLATFORMS)('The constraint registry on %s', (_name, create) => {
  const start = (format: 'nested' | 'flat' | 'problem') =>
    startApp(create, { controllers, options: { ...databaseOptions(constraints), format } });

  it('gives a field error in nested', async () => {
    const { send } = await start('nested');
    const answer = await send('/users', { body: { mail: 'a' } });
    expect(answer.status).toBe(422);
    expect(answer.body).toEqual(
      nestedBody({
        code: 'VALIDATION_FAILED',
        message: 'Request validation failed',
        path: '/users',
        method: 'POST',
        details: { email: ['Email is already in use'] },
      }),
    );
  });

  it('gives a field error in flat', async () => {
    const { send } = await start('flat');
    const answer = await send('/users', { body: { email: 'a' } });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual(
      flatBody({
        status: 400,
        error: 'Bad Request',
        message: 'Validation failed',
        path: '/users',
        validationErrors: { email: 'is already in use' },
      }),
    );
  });

  it('gives a pointer in problem', async () => {
    const { send } = await start('problem');
    const answer = await send('/users', { body: { email: 'a' } });
    expect(answer.body).toEqual(
      problemBody({
        status: 422,
        title: 'Unprocessable Entity',
        detail: 'Request validation failed',
        code: 'VALIDATION_FAILED',
        instance: '/users',
        errors: [{ pointer: '#/email', code: 'VALIDATION_DUPLICATE', detail: 'is already in use' }],
      }),
    );
  });

  it('keeps a conflict a conflict, with its field beside it', async () => {
    const { send } = await start('flat');
    const answer = await send('/names', { body: {} });
    expect(answer.status).toBe(409);
    expect(answer.body).toEqual(
      flatBody({
        status: 409,
        error: 'Conflict',
        message: 'The request conflicts with the current state of the resource',
        path: '/names',
        validationErrors: { name: 'is already in use' },
      }),
    );
  });

  it('leaves plain codes the status of the format', async () => {
    const { send } = await start('flat');
    const answer = await send('/users?limit=-1');
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual(
      flatBody({
        status: 400,
        error: 'Bad Request',
        message: 'A value is outside the allowed range',
        path: '/users',
      }),
    );
  });
});
