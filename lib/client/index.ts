export { type Client, createClient } from './create-client';
export type {
  AuthOptions,
  CallOptions,
  ClientOptions,
  ErrorEvent,
  Hooks,
  Logger,
  Recovery,
  RequestEvent,
  ResponseEvent,
  RetryRule,
  RetryRules,
} from './options';
export type { BreakerEvent, BreakerOptions } from './call/breaker';
export type { Clock } from './call/clock';

export {
  type Action,
  type ApiError,
  type ApiFailure,
  type FailedRequest,
  isApiError,
} from './errors/api-error';
export type {
  AnyCodes,
  ClientCode,
  DetailsByCode,
  FieldMessages,
  OpenDetails,
  OtherCode,
  PartialFailure,
  StandardCodes,
} from './errors/codes';
export { type ErrorBody, parseErrorBody } from './errors/error-body';

export { fieldErrors } from './forms/field-errors';
export { type SetError, setFormErrors } from './forms/set-form-errors';
export { type UserMessage, type UserText, type UserTexts, messages } from './recovery/messages';
export { partialFailures } from './recovery/partial-failures';
export { type SupportReport, report } from './support/report';
