import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { Accounts } from '../../auth/accounts.js';
import { Tokens } from '../../auth/tokens.js';
import { RequiredHeadersGuard } from '../api/required-headers.guard.js';
import { ClientTokenDto } from './client-token.dto.js';

@Controller('api/1.0/token')
@UseGuards(RequiredHeadersGuard)
export class TokenController {
  constructor(
    private readonly accounts: Accounts,
    private readonly tokens: Tokens,
  ) {}

  @Post()
  @HttpCode(200)
  async issue(
    @Body() { clientId, clientSecret, scope = 'events:read' }: ClientTokenDto,
  ): Promise<{ accessToken: string }> {
    const client = await this.accounts.signInClient(clientId, clientSecret, scope);
    return { accessToken: this.tokens.issueClient(client) };
  }
}
