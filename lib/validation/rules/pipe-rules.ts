import { outOfRange, required, unknownField, wrongFormat, wrongType } from './rule-definition';

/** Rules that are no decorator of class-validator, by the keys under which they fail. */
export const pipeRules = {
  isNotBlank: required('must not be blank'),
  whitelistValidation: unknownField('is not an allowed field'),
  unknownValue: wrongType('invalid value'),
  maxFileSize: outOfRange('size must be less than {max} bytes'),
  fileType: wrongFormat('must be of type {type}'),
};
