import type { ValidationPipeOptions } from '@nestjs/common';
import { loadPeer } from '../../load-peer';
import type { RuleStorage } from '../field-errors/rule-index';

type Given = Pick<ValidationPipeOptions, 'validatorPackage' | 'transformerPackage'>;

interface Packages extends Required<Given> {
  /** Packages that stand in for class-validator may lack the storage. */
  readonly validatorPackage: Required<Given>['validatorPackage'] & {
    getMetadataStorage?(): RuleStorage;
  };
}

const FEATURE = 'FieldValidationPipe';

/** The packages that were given, or the installed ones. */
export function loadPackages(given: Given): Packages {
  return {
    validatorPackage: given.validatorPackage ?? loadPeer('class-validator', FEATURE),
    transformerPackage: given.transformerPackage ?? loadPeer('class-transformer', FEATURE),
  };
}
