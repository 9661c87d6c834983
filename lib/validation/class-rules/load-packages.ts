import type { ValidationPipeOptions } from '@nestjs/common';
import { loadPeer } from '../../load-peer';
import type { RuleStorage } from '../field-errors/rule-index';

export type TransformerPackage = NonNullable<ValidationPipeOptions['transformerPackage']>;

/** Packages that stand in for class-validator may lack the storage of rules. */
export type ValidatorPackage = NonNullable<ValidationPipeOptions['validatorPackage']> & {
  getMetadataStorage?(): RuleStorage;
};

const FEATURE = 'FieldValidationPipe';

/** The package that was given, or the installed one. */
export function loadValidator(given: ValidatorPackage | undefined): ValidatorPackage {
  return given ?? loadPeer('class-validator', FEATURE);
}

/** The package that was given, or the installed one. */
export function loadTransformer(given: TransformerPackage | undefined): TransformerPackage {
  return given ?? loadPeer('class-transformer', FEATURE);
}
