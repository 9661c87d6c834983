import { Controller, Get, Param } from '@nestjs/common';
import { type StandardErrorCode, StandardErrors } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { nestedBody } from '../../support/bodies';
import { PLATFORMS } from '../../support/platforms';
import type { Answer } from '../../support/request';
import { useApp } from './shared-app';

/** Planted wherever a source lets it in: in no body and no header may it come out. */
export const CANARY = 'canary-hunter2';

/** What an answer must be, whole. */
export interface ExpectedAnswer {
  readonly code: StandardErrorCode;
  /** @default the code's own */
  readonly status?: number;
  /** @default the code's own */
  readonly message?: string;
  readonly details?: object;
  /** Headers that the answer must have; null for one that it must not have. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** One failure of one source, brought about by the source itself. */
export interface FailureRow extends ExpectedAnswer {
  readonly source: string;
  readonly failure: string;
  /** Throws, or rejects with, what the source throws. */
  readonly raise: () => unknown;
}

/** A test for each row on each platform: a handler raises the failure, and all is compared. */
export function describeRows(
  title: string,
  rows: readonly FailureRow[],
  prepare: () => void = () => {},
): void {
  @Controller('raise')
  class RaisingController {
    @Get(':row') async raise(@Param('row') row: string) {
      await rows[Number(row)]?.raise();
      return 'nothing was thrown';
    }
  }

  describe.each(PLATFORMS)(`${title}, told on %s`, (_name, create) => {
    prepare();
    const { send } = useApp(create, { controllers: [RaisingController] });

    it.each(rows.map((row, index) => [titleOf(row), row, `/raise/${index}`] as const))(
      '%s',
      async (_title, row, path) => expectAnswer(await send(path), { ...row, path }),
    );
  });
}

function titleOf({ source, failure, code }: FailureRow): string {
  return `${source}: ${failure} is ${code}`;
}

/** Compares status, body and the headers in question, and looks for the canary in all of it. */
export function expectAnswer(
  answer: Answer,
  expected: ExpectedAnswer & { readonly path: string; readonly method?: string },
): void {
  const { code, path, method, details, headers = {} } = expected;
  const { definition } = StandardErrors[code];
  const catalogued =
    typeof definition.message === 'string' ? definition.message : definition.message.default;
  const message = expected.message ?? catalogued;
  expect(answer.body).toEqual(
    nestedBody({ code, message, path, ...(method && { method }), ...(details && { details }) }),
  );
  expect(answer.status).toBe(expected.status ?? definition.status);
  for (const [name, value] of Object.entries(headers)) {
    expect([name, answer.headers.get(name)]).toEqual([name, value]);
  }
  expect(JSON.stringify([answer.body, ...answer.headers])).not.toContain(CANARY);
}
