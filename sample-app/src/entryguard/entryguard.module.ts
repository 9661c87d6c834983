import { Module } from '@nestjs/common';
import { ErrorsModule } from 'nestjs-errors';
import { AuthController } from './auth/auth.controller.js';
import { OrganizationsService } from './auth/organizations.service.js';
import { CredentialsController } from './credentials/credentials.controller.js';
import { CredentialsService } from './credentials/credentials.service.js';
import { EntryGuardErrors } from './entryguard-errors.js';
import { ResourcesController } from './resources/resources.controller.js';
import { ResourcesService } from './resources/resources.service.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { SessionsService } from './sessions/sessions.service.js';
import { UsersController } from './users/users.controller.js';
import { UsersService } from './users/users.service.js';

@Module({
  imports: [
    ErrorsModule.forFeature({
      path: '/api/v1',
      format: 'flat',
      catalog: [EntryGuardErrors],
      overrides: {
        PERMISSION_ROLE_REQUIRED: { message: 'Access denied. Administrator privileges required.' },
      },
      // What belongs to another organisation must look like what does not exist.
      conceal: { PERMISSION_TENANT_MISMATCH: 'RESOURCE_NOT_FOUND' },
    }),
  ],
  controllers: [
    AuthController,
    CredentialsController,
    ResourcesController,
    SessionsController,
    UsersController,
  ],
  providers: [
    CredentialsService,
    OrganizationsService,
    ResourcesService,
    SessionsService,
    UsersService,
  ],
})
export class EntryGuardModule {}
