import type { INestApplication } from '@nestjs/common';

/** The port that an application of a test listens on. */
export function portOf(app: INestApplication): number {
  return (app.getHttpServer().address() as { port: number }).port;
}
