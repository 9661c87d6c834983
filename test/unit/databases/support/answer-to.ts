import { map } from './map';

export const BUSY = 'SERVICE_UNAVAILABLE 1';
export const DOWN = 'SERVICE_UNAVAILABLE 5';

/** Code, `Retry-After` and the names of fields in one line; undefined for what is left to others. */
export function answerTo(thrown: unknown, body: object = {}): string | undefined {
  const record = map(thrown, { request: { body } });
  const names = record?.fields?.map(({ path }) => path.join('.')) ?? [];
  const seconds = record?.headers?.['Retry-After'];
  return record && [record.code, ...(seconds === undefined ? [] : [seconds]), ...names].join(' ');
}
