import { type Socket, connect } from 'node:net';
import { lookup } from 'node:dns/promises';
import { NestFactory } from '@nestjs/core';
import { Module } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ErrorsModule } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { startApp } from '../../support/platforms';
import { portOf } from '../late/port-of';
import { talk } from '../late/wire';

@Module({ imports: [ErrorsModule.forRoot()] })
class TestModule {}

describe('Connections of Fastify', () => {
  it('are the application’s where it has a handler of its own', async () => {
    const clientErrorHandler = (_error: unknown, socket: Socket) =>
      socket.end('HTTP/1.1 418 Teapot\r\nConnection: close\r\n\r\nmine');
    const { app, logger } = await startApp(
      () => new FastifyAdapter({ clientErrorHandler } as object),
    );
    const { answers } = await talk(portOf(app), 'GARBAGE\r\n\r\n');
    expect(answers).toMatchObject([{ status: 418, body: 'mine' }]);
    expect(logger.failures).toEqual([]);
  });

  it('have the contract on every address of localhost', async () => {
    const app = await NestFactory.create(TestModule, new FastifyAdapter(), { logger: false });
    await app.listen(0);
    const addresses = await lookup('localhost', { all: true });
    for (const { address } of addresses) {
      const body = await new Promise<string>((resolve, reject) => {
        const socket = connect(portOf(app), address);
        let text = '';
        socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
        socket.on('error', reject).on('close', () => resolve(text));
        socket.write('GARBAGE\r\n\r\n');
      });
      expect(body).toContain('"code":"BAD_REQUEST"');
    }
    await app.close();
  });
});
