import pg from 'pg';
import type { FailureSource } from '../support/failure-source';
import type { Postgres } from '../support/postgres';
import {
  BUSY,
  type CodeTable,
  DEPENDED_ON,
  DOWN,
  FAULT,
  LOST_RACE,
  NO_REFERENCE,
  OUT_OF_RANGE,
  REQUIRED,
  rowsOfCodes,
  TAKEN,
  WRONG_FORMAT,
} from '../support/rows-of-codes';

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const STATES: CodeTable = [
  [
    DOWN,
    ['08000', '08001', '08003', '08004', '08006', '25006', '57P01', '57P02', '57P03', '57P05'],
  ],
  [BUSY, ['25P03', '25P04', '53000', '53100', '53200', '53300', '53400', '55P03', '57014']],
  [LOST_RACE, ['40001', '40P01']],
  [TAKEN, ['23505', '23P01']],
  [DEPENDED_ON, ['23001']],
  [NO_REFERENCE, ['23503']],
  [REQUIRED, ['23502']],
  [OUT_OF_RANGE, ['22001', '22003', '22008', '22015', '22026', '2201W', '2201X', '23514']],
  [OUT_OF_RANGE, ['44000', '54000']],
  [WRONG_FORMAT, ['22007', '22009', '22018', '22021', '22025', '22030', '22032', '22P02']],
  [WRONG_FORMAT, ['22P03', '22P05', '2200N', '2201B']],
  [FAULT, ['22012', '25P02', '28P01', '42501', '42601', '42703', '42P01', 'P0001', 'XX000']],
];

/** PostgreSQL's own server raises each state, as a function of a database could. */
export function pgStatesSource(postgres: () => Postgres): FailureSource {
  let pool: pg.Pool;
  const raise = (code: string | number) =>
    pool.query(`do $$ begin raise exception 'it failed' using errcode = '${code}'; end $$`);
  return {
    source: 'PostgreSQL by its states',
    open: () => {
      pool = new pg.Pool({ ...postgres(), max: 1 });
    },
    close: () => pool.end(),
    rows: rowsOfCodes(STATES, raise),
  };
}
