import type { FailureRow } from '../support/failure-source';

/** A failure of Prisma, as recorded. */
export interface PrismaFailure {
  readonly failure: string;
  readonly code: string;
  readonly meta?: Readonly<Record<string, unknown>>;
  /** Of the driver adapter's error. */
  readonly cause?: Readonly<Record<string, unknown>>;
  readonly expected: Omit<FailureRow, 'failure' | 'raise'>;
}
