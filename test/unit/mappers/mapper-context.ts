import { Contract } from '../../../lib/contracts/contract';
import { nestedFormat } from '../../../lib/formats/nested.format';
import { createRecord } from '../../../lib/record/create-record';
import type { MapperContext } from '../../../lib/record/error-mapper';

const contract = new Contract(nestedFormat, [], {}, []);

/** What a mapper is told of a request without anything that would help it. */
export function mapperContext(known: Partial<MapperContext> = {}): MapperContext {
  return {
    request: { headers: {} },
    method: 'GET',
    url: '/',
    route: undefined,
    isGuarded: false,
    hasCredentials: false,
    validationStatus: 422,
    record: (code, changes = {}) => createRecord(code, changes, contract),
    ...known,
  };
}
