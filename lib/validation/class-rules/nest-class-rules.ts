import {
  type ArgumentMetadata,
  type ValidationError,
  ValidationPipe,
  type ValidationPipeOptions,
} from '@nestjs/common';
import { BrokenRules, type ClassRules } from './class-rules';

type ValidatorPackage = NonNullable<ValidationPipeOptions['validatorPackage']>;

/** class-validator and class-transformer, run as Nest's own pipe runs them. */
export class NestClassRules extends ValidationPipe implements ClassRules {
  readonly #validator: ValidatorPackage;
  readonly #ownsErrors: boolean;

  /** @param options with both packages; without an exception factory the errors are ours to tell */
  constructor(options: ValidationPipeOptions & { readonly validatorPackage: ValidatorPackage }) {
    super({
      ...options,
      exceptionFactory: options.exceptionFactory ?? ((errors) => new BrokenRules(errors)),
    });
    this.#validator = options.validatorPackage;
    this.#ownsErrors = options.exceptionFactory === undefined;
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

  /** Nest keeps the packages of the pipe that was created last for all pipes; ours are our own. */
  protected override validate(...[object, options]: Parameters<ValidatorPackage['validate']>) {
    // Targets and values tell of which class, and which place in a list, an error speaks.
    const own = this.#ownsErrors ? { validationError: { target: true, value: true } } : undefined;
    return this.#validator.validate(object, { ...options, ...own });
  }

  protected override stripParentErrorValues(errors: ValidationError[]): void {
    if (!this.#ownsErrors) super.stripParentErrorValues(errors);
  }
}
