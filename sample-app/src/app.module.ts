import { Module } from '@nestjs/common';
import { ErrorsModule } from 'nestjs-errors';
import { AuthModule } from './auth/auth.module.js';
import { Authentication } from './auth/authentication.js';
import { principalTracker } from './auth/principal-tracker.js';
import { CONSTRAINTS } from './database/constraints.js';
import { DatabaseModule } from './database/database.module.js';
import { EntryGuardModule } from './entryguard/entryguard.module.js';
import { EventsApiModule } from './events/events-api.module.js';
import { HealthController } from './health/health.controller.js';

@Module({
  imports: [
    ErrorsModule.forRootAsync({
      inject: [Authentication],
      useFactory: (authentication: Authentication) => ({
        constraints: CONSTRAINTS,
        validation: { whitelist: true, transform: true },
        throttling: { tracker: principalTracker(authentication) },
      }),
    }),
    DatabaseModule,
    AuthModule,
    EntryGuardModule,
    EventsApiModule,
  ],
  controllers: [HealthController],
})
export class AppModule {}
