import {
  type ArgumentMetadata,
  type ValidationError,
  ValidationPipe,
  type ValidationPipeOptions,
} from '@nestjs/common';
import { BrokenRules, type ClassRules } from './class-rules';
import { ForgivingStorage } from './forgiving-storage';
import {
  loadTransformer,
  loadValidator,
  type TransformerPackage,
  type ValidatorPackage,
} from './load-packages';

/**
 * class-validator and class-transformer, run as Nest's own pipe runs them. What differs is
 * overridden, never passed as an option: releases of Nest count the options they were given.
 */
export class NestClassRules extends ValidationPipe implements ClassRules {
  readonly #validator: ValidatorPackage;
  readonly #ownsErrors: boolean;
  readonly #forgiving: ForgivingStorage;

  /** @param options those of Nest; without an exception factory the errors are ours to tell */
  constructor(options: ValidationPipeOptions) {
    super(options);
    this.#validator = loadValidator(options.validatorPackage);
    this.#ownsErrors = options.exceptionFactory === undefined;
    this.#forgiving = new ForgivingStorage(this.#validator);
  }

  appliesTo(argument: ArgumentMetadata): boolean {
    return Boolean(argument.metatype) && this.toValidate(argument);
  }

  admits({ type }: ArgumentMetadata): boolean {
    return type !== 'custom' || this.validateCustomDecorators;
  }

  convert(value: unknown, argument: ArgumentMetadata): unknown {
    return this.isTransformEnabled ? this.transformPrimitive(value, argument) : value;
  }

  stripPrototypeKeys(value: unknown): void {
    this.stripProtoKeys(value);
  }

  /** What becomes of a valid value: the instance, a plain copy of it, or the value as it came. */
  get result(): 'instance' | 'plain' | 'value' {
    if (this.isTransformEnabled) return 'instance';
    // Nest counts its options: `forbidUnknownValues` is always among them.
    return Object.keys(this.validatorOptions).length > 1 ? 'plain' : 'value';
  }

  /** The errors that Nest reports of nested values before it asks class-validator; early 11 has none. */
  binaryErrors(instance: object): ValidationError[] {
    return isOfNest('findNestedBinaryValues') ? this.findNestedBinaryValues(instance) : [];
  }

  /** What Nest's pipe would throw for errors that class-validator found. */
  exceptionFor(errors: ValidationError[]): unknown {
    if (this.validatorOptions.validationError?.value === undefined) {
      this.stripParentErrorValues(errors);
    }
    return this.exceptionFactory(errors);
  }

  override createExceptionFactory() {
    return (errors: readonly ValidationError[] = []) => new BrokenRules(errors);
  }

  protected override loadValidator(given?: ValidatorPackage): ValidatorPackage {
    return loadValidator(given);
  }

  protected override loadTransformer(given?: TransformerPackage): TransformerPackage {
    return loadTransformer(given);
  }

  /** Nest keeps the packages of the pipe that was created last for all pipes; ours are our own. */
  protected override validate(...[object, options]: Parameters<ValidatorPackage['validate']>) {
    // Targets and values tell of which class, and which place in a list, an error speaks.
    const own = this.#ownsErrors ? { validationError: { target: true, value: true } } : undefined;
    return this.#forgiving.run(() => this.#validator.validate(object, { ...options, ...own }));
  }

  protected override stripParentErrorValues(errors: ValidationError[]): void {
    if (this.#ownsErrors || !isOfNest('stripParentErrorValues')) return;
    super.stripParentErrorValues(errors);
  }
}

/** Nest 11.0 lacks some of the methods that later releases have. */
function isOfNest(method: string): boolean {
  return method in ValidationPipe.prototype;
}
