import { Controller, Post } from '@nestjs/common';
import { StandardErrors } from 'nestjs-errors';
import { Public } from '../../auth/public.decorator.js';
import { EventsApi } from '../api/events-api.decorator.js';

/** Failures on request, for those who write clients. */
@Controller('api/1.0/event')
@EventsApi()
export class DiagnosticsController {
  @Post('maintenance')
  @Public()
  maintain(): never {
    throw StandardErrors.SERVICE_UNAVAILABLE(undefined, { retryAfterSeconds: 120 });
  }

  @Post('simulate-failure')
  @Public()
  simulateFailure(): never {
    throw new Error('connect ECONNREFUSED postgres://events:s3cret@db.internal:5432');
  }
}
