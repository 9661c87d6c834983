import type { ArgumentMetadata, ValidationError } from '@nestjs/common';
import type { FieldError } from '../../record/field-error';
import type { NestClassRules } from '../class-rules/nest-class-rules';
import { describeBrokenRules } from '../field-errors/describe-broken-rules';
import { fieldRootOf } from '../field-errors/field-root';
import { RuleIndex } from '../field-errors/rule-index';
import { refuse } from '../refuse';
import { type Refused, refusedWith } from '../refused';
import type { ResolvedValidationOptions } from '../validation.options';
import type { BrokenProperty } from './execute/broken-property';
import type { ValidatorStorage } from './packages/rule-metadata';
import type { PropertyPlan } from './plan/class-plan';
import { PropertyTeller } from './report/property-teller';
import { type ErrorTreeOptions, toErrorTree } from './report/to-error-tree';
import { toFieldErrors } from './report/to-field-errors';

/** What a refusal is made with: fixed for one pipe. */
export interface RefusalParts {
  readonly library: NestClassRules;
  readonly storage: ValidatorStorage;
  readonly errorTree: ErrorTreeOptions;
  readonly options: ResolvedValidationOptions;
}

/** Refuses for what is broken: our field errors, or what the application makes of the tree. */
export class Refusal {
  #tellers = new WeakMap<PropertyPlan, PropertyTeller>();
  readonly #index: RuleIndex;

  constructor(private readonly parts: RefusalParts) {
    this.#index = new RuleIndex(parts.storage, parts.options.nestOptions);
  }

  /** Forgets what was told of rules: a class has got decorators since. */
  reset(): void {
    this.#tellers = new WeakMap();
  }

  ofBroken(
    broken: readonly BrokenProperty[],
    argument: ArgumentMetadata,
  ): Refused | Promise<never> {
    const { options, library, errorTree } = this.parts;
    if (options.exceptionFactory === undefined)
      return this.#refuse(this.#fieldsOf(broken, argument));
    return refusedWith(library.exceptionFor(toErrorTree(broken, errorTree)));
  }

  /** Of errors that are there as a tree already. */
  ofErrors(
    errors: ValidationError[],
    value: unknown,
    argument: ArgumentMetadata,
  ): Refused | Promise<never> {
    const { options } = this.parts;
    if (options.exceptionFactory) return refusedWith(options.exceptionFactory(errors));
    return this.#refuse(describeBrokenRules({ value, argument, errors }, this.#index, options));
  }

  #fieldsOf(broken: readonly BrokenProperty[], argument: ArgumentMetadata): readonly FieldError[] {
    return toFieldErrors(broken, {
      root: fieldRootOf(argument),
      limits: this.parts.options,
      tellerOf: this.#tellerOf,
    });
  }

  readonly #tellerOf = (plan: PropertyPlan): PropertyTeller => {
    let teller = this.#tellers.get(plan);
    if (teller === undefined) {
      teller = new PropertyTeller(plan, this.#index);
      this.#tellers.set(plan, teller);
    }
    return teller;
  };

  #refuse(fields: readonly FieldError[]): Refused | Promise<never> {
    return refuse(fields, this.parts.options);
  }
}
