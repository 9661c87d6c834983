import { Controller, Get, Header, NotFoundException, Res } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';

interface AnyResponse {
  header(name: string, value: string): void;
}

@Controller()
class ReportController {
  @Get('report')
  @Header('Content-Type', 'text/csv')
  @Header('Content-Disposition', 'attachment; filename="report.csv"')
  @Header('Content-Language', 'de')
  @Header('ETag', '"v1"')
  @Header('Last-Modified', 'Mon, 15 Jan 2024 10:30:00 GMT')
  @Header('Cache-Control', 'public, max-age=3600')
  report(@Res({ passthrough: true }) response: AnyResponse): never {
    response.header('WWW-Authenticate', 'Bearer realm="cats"');
    response.header('Retry-After', '7');
    response.header('Vary', 'Origin');
    response.header('Set-Cookie', 'session=; Max-Age=0');
    response.header('X-Request-Cost', '3');
    throw new NotFoundException();
  }
}

const controllers = [ReportController];

describe.each(PLATFORMS)('Headers set before the failure on %s', (_name, create) => {
  it('are cleared where they describe the lost body, and kept where they do not', async () => {
    const { send } = await startApp(create, { controllers, configure: (app) => app.enableCors() });

    const { headers } = await send('/report', { headers: { origin: 'https://app.example' } });

    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    for (const name of ['content-disposition', 'content-language', 'etag', 'last-modified']) {
      expect(headers.get(name)).toBeNull();
    }
    expect(headers.get('www-authenticate')).toBe('Bearer realm="cats"');
    expect(headers.get('retry-after')).toBe('7');
    expect(headers.get('vary')).toBe('Origin, Accept');
    expect(headers.get('set-cookie')).toBe('session=; Max-Age=0');
    expect(headers.get('x-request-cost')).toBe('3');
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });
});
