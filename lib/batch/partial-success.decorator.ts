import { UseInterceptors } from '@nestjs/common';
import { PartialSuccessInterceptor } from './partial-success.interceptor';

/**
 * Lets a handler return what `runBatch()` yields: all succeeded, the handler's own status and the
 * results; some failed, 207 PARTIAL_SUCCESS with what failed; all failed for one reason, that error.
 */
export function PartialSuccess(): MethodDecorator & ClassDecorator {
  return UseInterceptors(PartialSuccessInterceptor);
}
