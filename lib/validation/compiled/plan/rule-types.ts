/** `ValidationMetadata.type`, as class-validator names them. */
export const RULE_TYPES = {
  defined: 'isDefined',
  custom: 'customValidation',
  nested: 'nestedValidation',
  promise: 'promiseValidation',
  conditional: 'conditionalValidation',
  whitelist: 'whitelistValidation',
} as const;
