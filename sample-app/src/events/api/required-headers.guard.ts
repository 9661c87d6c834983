import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type FieldError, ValidationException } from 'nestjs-errors';
import type { AuthenticatedRequest } from '../../auth/authenticated-request.js';

const API_VERSION = '1.0';

/** Every call names the API version and the tenant; what is wrong is told all at once. */
@Injectable()
export class RequiredHeadersGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { headers } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const errors = ['api-version', 'tenant-code']
      .filter((name) => String(headers[name] ?? '').trim() === '')
      .map(missingHeader);
    if (errors.length === 0 && headers['api-version'] !== API_VERSION) errors.push(WRONG_VERSION);
    if (errors.length > 0) throw new ValidationException(errors);
    return true;
  }
}

function missingHeader(name: string): FieldError {
  return {
    path: [name],
    location: 'header',
    rule: 'isDefined',
    code: 'VALIDATION_REQUIRED_FIELD',
    params: {},
    message: 'must not be blank',
    isMissing: true,
  };
}

const WRONG_VERSION: FieldError = {
  path: ['api-version'],
  location: 'header',
  rule: 'isIn',
  code: 'VALIDATION_INVALID_FORMAT',
  params: { values: [API_VERSION] },
  message: `must be ${API_VERSION}`,
};
