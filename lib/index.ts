export { ErrorsModule } from './errors.module';
export type {
  ContractOptions,
  ErrorsFeatureOptions,
  ErrorsModuleOptions,
  LogOptions,
} from './errors.options';

export { ApiException, type ApiExceptionOptions, isApiException } from './catalog/api-exception';
export { type ErrorCatalog, type ErrorFactory, defineErrors } from './catalog/define-errors';
export { type DetailsOf, type DetailsType, details } from './catalog/details';
export type {
  ErrorDefinition,
  ErrorOrigin,
  ErrorOverride,
  MessageByFormat,
} from './catalog/error-definition';
export type { RetryAdvice } from './catalog/retry-advice';
export { type StandardErrorCode, StandardErrors } from './catalog/standard-errors';
export { ValidationException } from './catalog/validation-exception';

export type { ErrorMapper, HandlerRoute, MapperContext } from './record/error-mapper';
export { ErrorRecord, type ErrorRecordInit } from './record/error-record';
export type { FieldError, FieldLocation } from './record/field-error';

export type { DebugTexts, ErrorFormat, FormatContext } from './formats/error-format';
export type { FieldEntry } from './formats/field-entries';
export type { FlatErrorBody } from './formats/flat.format';
export type { NestedErrorBody } from './formats/nested.format';
export type { ProblemErrorBody, ProblemFieldError } from './formats/problem.format';
export type { FormatOption } from './formats/resolve-format';

export type { ConstraintEntry, ConstraintRegistry } from './databases/constraint-registry';
export type { Concealment } from './contracts/concealment';
export { Conceal, UseErrorFormat } from './contracts/contract-decorators';
export { type BatchFailure, BatchOutcome } from './batch/batch-outcome';
export { PartialSuccess } from './batch/partial-success.decorator';
export { type BatchOptions, runBatch } from './batch/run-batch';

export { ErrorsFilter } from './filter/errors.filter';
export type { FailureLimits } from './filter/limit-record';
export type { RedactOptions } from './redaction/redact.options';
export type { ReportedFailure } from './report/failure-channel';
export type { FailureLogLevel } from './report/failure-log';
export type { LogBurst } from './report/flood-gate';
export type { ErrorHook, FailedRequest } from './report/reporter';
export type { ReportedValidation } from './report/validation-channel';

export type {
  PropertyExplanation,
  ValidationExplanation,
  ValidationTier,
} from './validation/compiled/explain-class';
export { explainValidation } from './validation/compiled/explain-validation';
export { FieldValidationPipe } from './validation/field-validation.pipe';
export { Label } from './validation/labels/label.decorator';
export type { FieldWording } from './validation/messages/field-wording';
export type {
  LocaleCatalog,
  MessageCatalog,
  MessageText,
  Phrases,
} from './validation/messages/message-catalog';
export type {
  LabelFunction,
  MessageFunction,
  PathStyle,
  WordingContext,
  WordingOptions,
} from './validation/messages/wording.options';
export { IsNotBlank, type IsNotBlankOptions } from './validation/is-not-blank';
export { RequestHeaders } from './validation/request-headers';
export type { ValidationOptions } from './validation/validation.options';

export { RateLimitGuard } from './throttling/rate-limit.guard';
export {
  memoryStore,
  type MemoryStore,
  type MemoryStoreOptions,
} from './throttling/stores/memory-store';
export type {
  IoRedisClient,
  NodeRedisClient,
  RedisClient,
} from './throttling/stores/redis/redis-client';
export { redisStore } from './throttling/stores/redis/redis-store';
export type { RedisStoreOptions } from './throttling/stores/redis/redis-store.options';
export type {
  AlgorithmName,
  CalendarPeriod,
  Decision,
  PolicyHit,
  PolicyState,
  RateLimitStore,
  RatePolicy,
} from './throttling/stores/rate-limit-store';
export type {
  BlockOptions,
  CountOnly,
  PolicyScope,
  ThrottlingPolicy,
  ThrottlingTracker,
} from './throttling/policy.options';
export { RateLimiter } from './throttling/limiter/rate-limiter';
export type { LimitStatus, LimitTarget } from './throttling/limiter/limit-target';
export type { ThrottledPolicy, ThrottlingEvent } from './throttling/throttling-channel';
export { trackByHeader, trackByUser } from './throttling/track-by';
export { ThrottleCost } from './throttling/throttle-cost.decorator';
export { ThrottleGroup } from './throttling/throttle-group.decorator';
export type { ThrottlingOptions } from './throttling/throttling.options';

export { routeTemplate } from './routes/route-template';
export { type CurrentTrace, currentTrace, currentTraceId } from './tracing/trace-context';
export { type TraceHeaders, traceHeaders } from './tracing/trace-headers';
export { TraceId } from './tracing/trace-id.decorator';
export { TraceIdInterceptor } from './tracing/trace-id.interceptor';
export { TraceLogger } from './tracing/trace-logger';
export type { TracingOptions } from './tracing/tracing.options';
