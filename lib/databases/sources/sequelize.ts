import type {
  DatabaseFailure,
  FailureKind,
  FailureNames,
  FailureReader,
} from '../database-failure';
import { lookUp, read, readItems, readKeys, readText, readTexts } from '../read';

const KIND_BY_NAME: Readonly<Record<string, FailureKind>> = {
  SequelizeConnectionAcquireTimeoutError: 'busy',
  SequelizeConnectionError: 'unreachable',
  SequelizeConnectionRefusedError: 'unreachable',
  SequelizeConnectionTimedOutError: 'unreachable',
  SequelizeEmptyResultError: 'missing',
  SequelizeExclusionConstraintError: 'unique',
  SequelizeForeignKeyConstraintError: 'foreignKey',
  SequelizeHostNotFoundError: 'unreachable',
  SequelizeHostNotReachableError: 'unreachable',
  SequelizeInvalidConnectionError: 'unreachable',
  SequelizeOptimisticLockError: 'stale',
  SequelizeTimeoutError: 'busy',
  SequelizeUniqueConstraintError: 'unique',
};

/** Validators of models: the rest of them are about the form of a value. */
const KIND_BY_VALIDATOR: Readonly<Record<string, FailureKind>> = {
  is_null: 'required',
  not_unique: 'unique',
  notEmpty: 'required',
  notNull: 'required',
  len: 'range',
  min: 'range',
  max: 'range',
};

/** Sequelize's own classes, where no driver's error tells more. */
export const readSequelizeError: FailureReader = (error) => {
  const name = readText(error, 'name');
  if (name === 'SequelizeValidationError') return failuresOf(error);
  if (name === 'AggregateError') return failuresOfRecords(error);
  const kind = lookUp(KIND_BY_NAME, name);
  return kind && { kind: sideOf(error, kind), ...namesIn(error) };
};

function failuresOf(error: unknown): readonly DatabaseFailure[] {
  return readItems(error, 'errors').map((item) => {
    const path = readText(item, 'path');
    const kind = lookUp(KIND_BY_VALIDATOR, readText(item, 'validatorKey')) ?? 'invalid';
    return { kind, columns: path === undefined ? undefined : [path] };
  });
}

/** `bulkCreate` with `validate` throws one for each record, in an AggregateError of its own. */
function failuresOfRecords(error: object): readonly DatabaseFailure[] | undefined {
  const records = readItems(error, 'errors').filter(
    (item) => readText(item, 'name') === 'SequelizeBulkRecordError',
  );
  return records.length > 0
    ? records.flatMap((record) => failuresOf(read(record, 'errors')))
    : undefined;
}

/** `reltype` is the side that the statement was about. */
function sideOf(error: object, kind: FailureKind): FailureKind {
  const side = readText(error, 'reltype');
  if (kind !== 'foreignKey' || side === undefined) return kind;
  return side === 'parent' ? 'dependency' : 'reference';
}

/** `fields` is a list, or an object from column to value. */
function namesIn(error: object): FailureNames {
  const columns = readTexts(error, 'fields') ?? readKeys(error, 'fields');
  const constraint = readText(error, 'index') ?? readText(error, 'constraint');
  return { columns, constraint, table: readText(error, 'table') };
}
