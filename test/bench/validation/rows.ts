import { shapes } from './orders';
import type { Shape } from './orders';

/** One row of the table. */
export interface Row {
  readonly shape: Shape;
  readonly kind: 'valid' | 'invalid';
  /** Other classes with rules that the application has. */
  readonly others: number;
}

const OTHER_DTOS = [0, 300];

/** All rows, or those of one shape. */
export function rowsOf(only: string | undefined): readonly Row[] {
  const chosen = shapes.filter((shape) => shape === (only ?? shape));
  return OTHER_DTOS.flatMap((others) =>
    chosen.flatMap((shape) => [
      { shape, kind: 'valid' as const, others },
      { shape, kind: 'invalid' as const, others },
    ]),
  );
}
