import { NestClassRules } from '../class-rules/nest-class-rules';
import { resolveValidationOptions, type ValidationOptions } from '../validation.options';
import { createCompiledRules } from './create-compiled-rules';
import type { ValidationExplanation } from './explain-class';

/**
 * Tells how the validation pipe validates a class, and why no faster tier can: `generated` code,
 * a `plan`, or the `library` itself. Results never differ, only the time that they take.
 * @param options those of the pipe: groups and other options decide which rules apply
 * @throws TypeError for a wrong option; Error if class-validator or class-transformer is missing
 * @example
 * explainValidation(CreateEventRequest, { whitelist: true }).tier; // 'generated'
 */
export function explainValidation(
  target: Function,
  options: ValidationOptions = {},
): ValidationExplanation {
  const resolved = resolveValidationOptions(options);
  const compiled = createCompiledRules(new NestClassRules(resolved.nestOptions), resolved);
  if (typeof compiled !== 'string') return compiled.explain(target);
  return { target: target.name, tier: 'library', reason: compiled, properties: [] };
}
