import { Body, Controller, Post } from '@nestjs/common';
import { IsEmail, MaxLength, MinLength } from 'class-validator';
import { IsNotBlank } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { nestedBody } from '../../support/bodies';
import { PLATFORMS, startApp } from '../../support/platforms';

class Register {
  @IsNotBlank()
  organizationName!: string;

  @IsNotBlank()
  @IsEmail()
  email!: string;

  @MinLength(8)
  @MaxLength(128)
  password!: string;
}

@Controller()
class RegisterController {
  @Post('auth/register')
  register(@Body() body: Register) {
    return body;
  }
}

const controllers = [RegisterController];

describe.each(PLATFORMS)('validation options on %s', (_, create) => {
  it('names what the class does not with forbidNonWhitelisted', async () => {
    const options = { validation: { whitelist: true, forbidNonWhitelisted: true } };
    const { send } = await startApp(create, { controllers, options });
    const good = { organizationName: 'x', email: 'a@b.test', password: '12345678' };

    const { status, body } = await send('/auth/register', { body: { ...good, isAdmin: true } });

    expect(status).toBe(422);
    expect(body).toMatchObject({
      error: { details: { isAdmin: ['Is admin is not an allowed field'] } },
    });
  });

  it('does not come about by unknown fields with whitelist alone: they are dropped', async () => {
    const { send } = await startApp(create, {
      controllers,
      options: { validation: { whitelist: true } },
    });
    const good = { organizationName: 'x', email: 'a@b.test', password: '12345678' };

    const { status, body } = await send('/auth/register', { body: { ...good, isAdmin: true } });

    expect({ status, body }).toEqual({ status: 201, body: good });
  });

  it('has the status and the silence that the options ask for', async () => {
    const validation = { errorHttpStatusCode: 406, disableErrorMessages: true } as const;
    const { send } = await startApp(create, { controllers, options: { validation } });

    const { status, body } = await send('/auth/register', { body: {} });

    expect(status).toBe(406);
    expect(body).toEqual(
      nestedBody({
        code: 'VALIDATION_FAILED',
        message: 'Request validation failed',
        path: '/auth/register',
        method: 'POST',
      }),
    );
  });

  it('is no affair of ours with validation: false', async () => {
    const { send } = await startApp(create, { controllers, options: { validation: false } });

    expect((await send('/auth/register', { body: { any: 1 } })).status).toBe(201);
  });
});
