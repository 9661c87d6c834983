import type { ValidationError } from '@nestjs/common';
import {
  loadTransformer,
  loadValidator,
  type ValidatorPackage,
} from '../class-rules/load-packages';
import type { NestClassRules } from '../class-rules/nest-class-rules';
import type { ResolvedValidationOptions } from '../validation.options';
import { ClassRegistry } from './class-registry';
import { CompiledRules } from './compiled-rules';
import { executionOptions } from './execution-options';
import type { ValidatorStorage } from './packages/rule-metadata';
import { findTypeStorage } from './packages/type-storage';
import { optionalCondition } from './plan/optional-condition';
import { Refusal } from './refusal';
import { BuiltInRules } from './sure/built-in-rules';

type ErrorClass = new () => ValidationError;

/** Compiled rules for the options of a pipe, or why all is left to the libraries. */
export function createCompiledRules(
  library: NestClassRules,
  options: ResolvedValidationOptions,
): CompiledRules | string {
  const { nestOptions, exceptionFactory } = options;
  if (!options.isCompiled) return 'the option compile is false';
  if (nestOptions.transformOptions) return 'the option transformOptions is given';
  if (nestOptions.validatorPackage) return 'the option validatorPackage is given';
  const validator = loadValidator(undefined);
  const transformer = loadTransformer(nestOptions.transformerPackage);
  const types = findTypeStorage(transformer);
  if (types === undefined) return 'there are two copies of class-transformer, or another release';
  const storage = storageOf(validator);
  const { ValidationError } = validator as { ValidationError?: ErrorClass };
  if (storage === undefined || ValidationError === undefined) {
    return 'class-validator is of a release before 0.14.1';
  }
  const source = {
    storage,
    builtIns: new BuiltInRules(validator, storage),
    isOptional: optionalCondition(validator, storage),
    selection: nestOptions,
  };
  const { target = false, value = true } = nestOptions.validationError ?? {};
  const errorTree = { ValidationError, hasTarget: target, hasValue: value };
  return new CompiledRules({
    library,
    transformer,
    storage,
    classes: new ClassRegistry(source, types),
    execution: executionOptions(nestOptions, exceptionFactory !== undefined),
    refusal: new Refusal({ library, storage, errorTree, options }),
    maxDepth: options.maxDepth,
  });
}

function storageOf(validator: ValidatorPackage): ValidatorStorage | undefined {
  return validator.getMetadataStorage?.() as ValidatorStorage | undefined;
}
