import { Global, Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { settings } from '../settings.js';
import { Accounts } from './accounts.js';
import { ApiKeys } from './api-keys.js';
import { Authentication } from './authentication.js';
import { Tokens } from './tokens.js';

@Global()
@Module({
  imports: [
    JwtModule.register({
      secret: settings.jwtSecret,
      signOptions: { algorithm: 'HS256' },
      verifyOptions: { algorithms: ['HS256'] },
    }),
  ],
  providers: [Accounts, ApiKeys, Authentication, Tokens],
  exports: [Accounts, Authentication, Tokens],
})
export class AuthModule {}
