import {
  type ArgumentMetadata,
  Injectable,
  Optional,
  type PipeTransform,
  type ValidationPipeOptions,
} from '@nestjs/common';
import { BrokenRules, type ClassRules } from './class-rules/class-rules';
import { loadValidator } from './class-rules/load-packages';
import { NestClassRules } from './class-rules/nest-class-rules';
import { type CompiledRules, UNDECIDED } from './compiled/compiled-rules';
import { createCompiledRules } from './compiled/create-compiled-rules';
import { exceedsDepth } from './exceeds-depth';
import { describeBrokenRules } from './field-errors/describe-broken-rules';
import { fieldRootOf } from './field-errors/field-root';
import { RuleIndex } from './field-errors/rule-index';
import { refuse } from './refuse';
import { answerOf } from './refused';
import { isRequestHeaders } from './request-headers';
import { checkSchema } from './standard-schema/check-schema';
import { schemaOf } from './standard-schema/standard-schema';
import { tooDeep } from './too-deep';
import {
  type ResolvedValidationOptions,
  resolveValidationOptions,
  type ValidationOptions,
} from './validation.options';

/**
 * Validates handler arguments by class-validator's decorators or by a Standard Schema and throws
 * a ValidationException that names every broken rule. It takes the options of Nest's
 * ValidationPipe; an argument without a class or schema passes at once, without a promise.
 * @throws TypeError for a wrong option; Error if class-validator or class-transformer is missing
 * @example
 * app.useGlobalPipes(new FieldValidationPipe({ whitelist: true }));
 */
@Injectable()
export class FieldValidationPipe implements PipeTransform<unknown, unknown> {
  readonly #options: ResolvedValidationOptions;
  readonly #rules: PipeRules;
  readonly #headerRules: PipeRules;
  readonly #index: RuleIndex;

  constructor(@Optional() options: ValidationOptions = {}) {
    this.#options = resolveValidationOptions(options);
    const { exceptionFactory, nestOptions } = this.#options;
    const rules = { ...nestOptions, ...(exceptionFactory && { exceptionFactory }) };
    this.#rules = rulesWith(rules, this.#options);
    const headerRules = {
      ...rules,
      validateCustomDecorators: true,
      // Clients and proxies send headers of their own, which no class can list.
      ...(rules.forbidNonWhitelisted === true && { forbidNonWhitelisted: false }),
    };
    this.#headerRules = rulesWith(headerRules, this.#options);
    const storage = loadValidator(nestOptions.validatorPackage).getMetadataStorage?.();
    this.#index = new RuleIndex(storage, nestOptions);
  }

  transform(value: unknown, given: ArgumentMetadata): unknown {
    return answerOf(this.#decide(value, given));
  }

  #decide(value: unknown, given: ArgumentMetadata): unknown {
    const { expectedType } = this.#options.nestOptions;
    const argument = expectedType ? { ...given, metatype: expectedType } : given;
    const { rules, compiled } = isRequestHeaders(argument) ? this.#headerRules : this.#rules;
    const schema = schemaOf(argument);
    if (!(schema ? rules.admits(argument) : rules.appliesTo(argument))) {
      return rules.convert(value, argument);
    }
    if (compiled && !schema) {
      const decided = compiled.decide(value, argument);
      if (decided !== UNDECIDED) return decided;
    }
    const root = fieldRootOf(argument);
    if (exceedsDepth(value, this.#options.maxDepth)) {
      return refuse([tooDeep(root, this.#options.maxDepth)], this.#options);
    }
    if (!schema) return this.#checkClass(value, argument, rules);
    rules.stripPrototypeKeys(value);
    return checkSchema(value, { schema, root }, this.#options);
  }

  async #checkClass(value: unknown, argument: ArgumentMetadata, rules: ClassRules) {
    try {
      return await rules.transform(value, argument);
    } catch (thrown) {
      if (!(thrown instanceof BrokenRules)) throw thrown;
      const refused = { value, argument, errors: thrown.errors };
      return answerOf(
        await refuse(describeBrokenRules(refused, this.#index, this.#options), this.#options),
      );
    }
  }
}

/** The rules of classes under one set of options, run by the libraries and, exactly so, by plans. */
interface PipeRules {
  readonly rules: ClassRules;
  readonly compiled: CompiledRules | undefined;
}

function rulesWith(
  nestOptions: ValidationPipeOptions,
  options: ResolvedValidationOptions,
): PipeRules {
  const rules = new NestClassRules(nestOptions);
  const compiled = createCompiledRules(rules, { ...options, nestOptions });
  return { rules, compiled: typeof compiled === 'string' ? undefined : compiled };
}
