import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { StandardErrors } from 'nestjs-errors';
import type { AuthenticatedRequest } from '../../auth/authenticated-request.js';

/** A token serves one tenant: the one whose code the call must name. */
@Injectable()
export class TenantGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { headers, principal } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const tenantCode = headers['tenant-code'];
    if (principal === undefined || principal.tenant === tenantCode) return true;
    throw StandardErrors.PERMISSION_TENANT_MISMATCH(
      { tenantCode },
      { message: 'The token does not belong to this tenant' },
    );
  }
}
