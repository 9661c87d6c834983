import { connect } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { Controller, Get, Param } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { StandardErrors } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { nestedBody } from '../../support/bodies';
import { startApp } from '../../support/platforms';

const CONNECTION_HEADERS = ['connection', 'keep-alive', 'proxy-connection', 'upgrade', 'te'];

@Controller()
class HeadersController {
  @Get('header/:name') header(@Param('name') name: string): never {
    throw StandardErrors.RESOURCE_NOT_FOUND(undefined, {
      headers: { [name]: 'close', 'X-Kept': 'yes' },
    });
  }
}

const controllers = [HeadersController];

describe('An answer over HTTP/2', () => {
  it.each(CONNECTION_HEADERS)('goes without what only HTTP/1.1 has: %s', async (name) => {
    const options = { http2: true } as unknown as undefined;
    const { app } = await startApp(() => new FastifyAdapter(options), { controllers });
    const { port } = app.getHttpServer().address() as AddressInfo;
    const session = connect(`http://127.0.0.1:${port}`);

    const stream = session.request({ ':path': `/header/${name}` });
    const headers = await new Promise<Record<string, unknown>>((resolve) =>
      stream.once('response', resolve),
    );
    const chunks: Buffer[] = await stream.toArray();
    session.close();

    expect(headers).toMatchObject({ ':status': 404, 'x-kept': 'yes' });
    expect(headers[name]).toBeUndefined();
    expect(JSON.parse(Buffer.concat(chunks).toString())).toEqual(
      nestedBody({
        code: 'RESOURCE_NOT_FOUND',
        message: 'Resource not found',
        path: `/header/${name}`,
      }),
    );
  });
});
