import { wrongFormat } from './rule-definition';

export const identifierRules = {
  isUuid: wrongFormat('must be a valid UUID', ['version']),
  isMongoId: wrongFormat('must be a valid MongoDB id'),
  IsFirebasePushId: wrongFormat('must be a valid Firebase push id'),
  isIsbn: wrongFormat('invalid ISBN', ['version']),
  isISSN: wrongFormat('must be a valid ISSN', ['options']),
  isISRC: wrongFormat('must be a valid ISRC'),
  isEAN: wrongFormat('invalid EAN barcode'),
  isIdentityCard: wrongFormat('must be a valid identity card number', ['locale']),
  isPassportNumber: wrongFormat('must be a valid passport number', ['countryCode']),
  isTaxId: wrongFormat('must be a valid tax identification number', ['locale']),
};
