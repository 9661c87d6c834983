import { Injectable } from '@nestjs/common';
import { StandardErrors } from 'nestjs-errors';
import { type UpstreamMode, VenueUpstream } from './venue-upstream.js';

const TIMEOUT_MS = 1_000;

export interface Venue {
  readonly id: string;
  readonly name: string;
  readonly address: string;
}

/** Asks the venue directory, and says whose fault it is when there is no answer. */
@Injectable()
export class VenueClient {
  constructor(private readonly upstream: VenueUpstream) {}

  async fetchVenue(venueId: string, mode: UpstreamMode): Promise<Venue> {
    try {
      const response = await fetch(`${this.upstream.url}/${mode}/${encodeURIComponent(venueId)}`, {
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (!response.ok) throw new Error(`The venue directory answered ${response.status}`);
      return (await response.json()) as Venue;
    } catch (cause) {
      throw isTimeout(cause)
        ? StandardErrors.UPSTREAM_TIMEOUT({ service: 'venues', timeoutMs: TIMEOUT_MS }, { cause })
        : StandardErrors.UPSTREAM_FAILED({ service: 'venues' }, { cause });
    }
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}
