import { Controller, Get, type Type } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import { expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';
import { limitHeaders } from './rate-limit';

abstract class InheritedController {
  @Get()
  @Throttle({ default: { limit: 1, ttl: 60_000 } })
  list() {
    return [];
  }
}

const [FirstNamesake, SecondNamesake] = ['first', 'second'].map((path) => {
  @Controller(path)
  class NamesakeController extends InheritedController {}
  return NamesakeController;
}) as [Type, Type];

it.each(PLATFORMS)(
  'controllers of one name that inherit one handler are counted apart on %s',
  async (_name, create) => {
    expect(FirstNamesake.name).toBe(SecondNamesake.name);
    const { send } = await startApp(create, { controllers: [FirstNamesake, SecondNamesake] });
    const told = async (path: string) => limitHeaders(await send(path));
    expect(await told('/first')).toMatchObject({ status: 200, remaining: '0' });
    expect(await told('/second')).toMatchObject({ status: 200, remaining: '0' });
    expect(await told('/first')).toMatchObject({ status: 429 });
  },
);
