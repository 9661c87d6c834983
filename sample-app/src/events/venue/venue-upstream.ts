import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';

export const UPSTREAM_MODES = ['up', 'down', 'slow', 'broken'] as const;
export type UpstreamMode = (typeof UPSTREAM_MODES)[number];

type Behaviour = (response: ServerResponse, venueId: string) => void;

const BEHAVIOURS: Readonly<Record<UpstreamMode, Behaviour>> = {
  up: (response, venueId) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ id: venueId, name: 'Main Hall', address: '1 Market Square' }));
  },
  down: (response) => response.socket?.destroy(),
  slow: () => {},
  broken: (response) => response.end('<h1>It works!</h1>'),
};

/** Another company's venue directory, which fails on request: `/<mode>/<venue id>`. */
@Injectable()
export class VenueUpstream implements OnModuleInit, OnApplicationShutdown {
  private readonly server = createServer((request, response) => {
    const [, mode = '', venueId = ''] = request.url?.split('/') ?? [];
    const known = UPSTREAM_MODES.find((name) => name === mode) ?? 'up';
    BEHAVIOURS[known](response, decodeURIComponent(venueId));
  });

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async onModuleInit(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  onApplicationShutdown(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
