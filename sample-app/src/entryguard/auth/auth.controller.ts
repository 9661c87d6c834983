import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { StandardErrors } from 'nestjs-errors';
import { Accounts } from '../../auth/accounts.js';
import { type TokenPair, Tokens } from '../../auth/tokens.js';
import { LoginDto } from './login.dto.js';
import { type RegisteredOrganization, OrganizationsService } from './organizations.service.js';
import { RefreshDto } from './refresh.dto.js';
import { RegisterDto } from './register.dto.js';

@Controller('api/v1/auth')
export class AuthController {
  constructor(
    private readonly accounts: Accounts,
    private readonly organizations: OrganizationsService,
    private readonly tokens: Tokens,
  ) {}

  @Post('register')
  register(@Body() registration: RegisterDto): Promise<RegisteredOrganization> {
    return this.organizations.register(registration);
  }

  @Post('login')
  @HttpCode(200)
  async login(@Body() { email, password, expiresInSeconds }: LoginDto): Promise<TokenPair> {
    return this.tokens.issuePair(await this.accounts.signIn(email, password), expiresInSeconds);
  }

  @Post('refresh')
  @HttpCode(200)
  async refresh(@Body() { refreshToken }: RefreshDto): Promise<TokenPair> {
    const user = await this.accounts.findUser(this.tokens.readRefresh(refreshToken));
    if (user === undefined) throw StandardErrors.AUTH_TOKEN_INVALID();
    return this.tokens.issuePair(user);
  }
}
