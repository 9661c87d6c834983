import { Controller, Get } from '@nestjs/common';
import { Authenticated } from '../../auth/authenticated.decorator.js';
import { CurrentPrincipal } from '../../auth/current-principal.decorator.js';
import type { Principal } from '../../auth/principal.js';
import { type Credential, CredentialsService } from './credentials.service.js';

@Controller('api/v1/credentials')
@Authenticated('credentials')
export class CredentialsController {
  constructor(private readonly credentials: CredentialsService) {}

  @Get()
  list(@CurrentPrincipal() principal: Principal): Promise<Credential[]> {
    return this.credentials.list(principal.organizationId);
  }
}
