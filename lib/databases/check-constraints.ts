import { checkOptions } from '../check-options';
import type { ConstraintEntry, ConstraintRegistry } from './constraint-registry';

/** What is asked of a catalogue. */
interface KnownCodes {
  has(code: string): boolean;
}

const COLUMN = /^[^.()]+\.[^()]+$/;
const COLUMNS = /^[^()]+\([^()]+\)$/;
const FIELD = /^[^.[\]]+(?:\.[^.[\]]+)*$/;

/**
 * @param catalog lists the codes that may be answered
 * @throws TypeError that names the wrong entry and its fix
 */
export function checkConstraints(constraints: ConstraintRegistry, catalog: KnownCodes): void {
  checkOptions('constraints', constraints, Object.keys(Object(constraints)));
  for (const [key, entry] of Object.entries(constraints)) {
    const where = `constraints["${key}"]`;
    if (key.trim() === '') throw new TypeError(`${where}: the name of the constraint is missing.`);
    if (/[()]/.test(key) && !COLUMNS.test(key)) {
      throw new TypeError(
        `${where}: a unique key by its columns is written "users(org_id,email)".`,
      );
    }
    checkEntry(where, entry, catalog);
    if (COLUMN.test(key) && (entry.code ?? entry.message) !== undefined) {
      throw new TypeError(
        `${where}: a column takes a field alone. For a code or message, name its constraint, or its unique key as in "users(email)".`,
      );
    }
  }
}

function checkEntry(where: string, entry: ConstraintEntry, catalog: KnownCodes): void {
  checkOptions(where, entry, ['field', 'code', 'message']);
  const texts = Object.entries(entry);
  if (texts.length === 0) throw new TypeError(`${where} needs a field, a code or a message.`);
  for (const [name, text] of texts as [string, unknown][]) {
    if (typeof text !== 'string' || text.trim() === '') {
      throw new TypeError(`${where}.${name} must be a text.`);
    }
  }
  const { field, code } = entry;
  if (field !== undefined && !FIELD.test(field)) {
    throw new TypeError(`${where}.field: "${field}" is no path. Write it as in "address.city".`);
  }
  if (code !== undefined && !catalog.has(code)) {
    throw new TypeError(
      `${where}.code: no catalogue has "${code}". List its catalogue under \`catalog\`.`,
    );
  }
}
