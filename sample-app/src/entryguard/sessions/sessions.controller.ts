import { Body, Controller, Get, Post } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import { Authenticated } from '../../auth/authenticated.decorator.js';
import { CurrentPrincipal } from '../../auth/current-principal.decorator.js';
import type { Principal } from '../../auth/principal.js';
import { Public } from '../../auth/public.decorator.js';
import { CreateSessionDto } from './create-session.dto.js';
import { type Session, SessionsService } from './sessions.service.js';

@Controller('api/v1/sessions')
@Authenticated('sessions')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get()
  list(@CurrentPrincipal() principal: Principal): Promise<Session[]> {
    return this.sessions.list(principal);
  }

  @Post()
  @Throttle({ default: { limit: 60, ttl: 60_000 } })
  open(
    @CurrentPrincipal() principal: Principal,
    @Body() { durationHours }: CreateSessionDto,
  ): Promise<Session> {
    return this.sessions.open(principal, durationHours);
  }

  /** A bug: the client sees one safe sentence, the log the whole truth. */
  @Post('simulate-failure')
  @Public()
  simulateFailure(): never {
    throw new Error('connect ECONNREFUSED postgres://entryguard:s3cret@db.internal:5432');
  }
}
