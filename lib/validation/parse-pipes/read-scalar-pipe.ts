import type { FieldError } from '../../record/field-error';
import { ruleDefinition } from '../rules/rule-table';
import { ruleText } from '../rules/rule-text';
import type { HandlerParameter } from './handler-parameters';
import type { NestTexts } from './nest-texts';
import { pipeOption } from './pipe-option';
import { type PipedParameter, parametersWith } from './piped-parameter';
import type { RefusedPipe } from './refused-pipe';
import { SCALAR_PIPES, type ScalarPipe } from './scalar-pipes';

/** A parameter that a kind of pipe may have refused. */
interface Candidate {
  readonly kind: ScalarPipe;
  readonly parameter: PipedParameter<object>;
}

/** Reads what `ParseIntPipe` and its like threw. */
export function readScalarPipe(
  { first: text }: NestTexts,
  parameters: readonly HandlerParameter[],
): RefusedPipe | undefined {
  const kinds = SCALAR_PIPES.filter((kind) => kind.text.test(text));
  const found = refusedOf(ownCandidates(kinds, parameters)) ?? refusedElsewhere(kinds, parameters);
  return found && { fields: [tell(found, text)], pipe: found.parameter.pipe };
}

function ownCandidates(
  kinds: readonly ScalarPipe[],
  parameters: readonly HandlerParameter[],
): Candidate[] {
  return kinds.flatMap((kind) =>
    parametersWith(kind.pipeClass, parameters).map((parameter) => ({ kind, parameter })),
  );
}

function refusedOf(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.find(isRefused) ?? candidates[0];
}

/** A pipe of the whole handler, or one that calls Nest's, is in no parameter's list. */
function refusedElsewhere(
  [kind]: readonly ScalarPipe[],
  parameters: readonly HandlerParameter[],
): Candidate | undefined {
  if (kind === undefined) return undefined;
  return parameters
    .filter(({ value }) => typeof value === 'string')
    .map((parameter) => ({ kind, parameter: { ...parameter, pipe: undefined } }))
    .find(isRefused);
}

function isRefused({ kind, parameter: { value, pipe } }: Candidate): boolean {
  const isMissing = value === undefined || value === null;
  return isMissing ? pipeOption(pipe, 'optional') !== true : !kind.accepts(value, pipe);
}

function tell({ kind, parameter }: Candidate, text: string): FieldError {
  const { root, value, pipe, isValueKnown } = parameter;
  const { rule, code } = kind;
  const isMissing = isValueKnown && (value === undefined || value === null);
  if (isMissing || text.includes('no Date provided')) {
    const required = { code: 'VALIDATION_REQUIRED_FIELD', params: {}, message: 'must not be null' };
    return { ...root, rule, ...required, ...(isMissing && { isMissing }) };
  }
  const params = kind.params?.(pipe) ?? {};
  const definition = ruleDefinition(rule);
  const message = definition && ruleText(definition, params);
  return { ...root, rule, code, params, message: message ?? 'invalid value' };
}
