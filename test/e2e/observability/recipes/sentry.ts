import * as Sentry from '@sentry/node';
import { ErrorsModule } from 'nestjs-errors';

export const errors = ErrorsModule.forRoot({
  onError: (record, { traceId }) => {
    if (record.status < 500) return;
    Sentry.captureException(record.cause, { tags: { code: record.code, traceId } });
  },
});
