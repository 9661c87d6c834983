import type { RuleParams } from './rule-definition';
import { wrongFormat } from './rule-definition';

/** The bounds of validator's isStrongPassword where the decorator gives none. */
const STRONG_PASSWORD: RuleParams = {
  minLength: 8,
  minLowercase: 1,
  minUppercase: 1,
  minNumbers: 1,
  minSymbols: 1,
};

export const encodingRules = {
  isBase32: wrongFormat('must be Base32 encoded'),
  isBase58: wrongFormat('must be Base58 encoded'),
  isBase64: wrongFormat('must be Base64 encoded', ['options']),
  isHash: wrongFormat('must be a valid {algorithm} hash', ['algorithm']),
  isJson: wrongFormat('must be valid JSON'),
  isJwt: wrongFormat('must be a valid JWT'),
  isHexColor: wrongFormat('must be a valid hexadecimal color'),
  isHSL: wrongFormat('must be a valid HSL color'),
  isRgbColor: wrongFormat('must be a valid RGB color', ['includePercentValues']),
  isSemVer: wrongFormat('must be a valid semantic version'),
  isStrongPassword: wrongFormat('must be a strong password', ([options]) => {
    const given = { ...STRONG_PASSWORD, ...(options as RuleParams | undefined) };
    return Object.fromEntries(Object.keys(STRONG_PASSWORD).map((name) => [name, given[name]]));
  }),
};
