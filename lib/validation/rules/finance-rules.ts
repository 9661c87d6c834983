import { wrongFormat } from './rule-definition';

export const financeRules = {
  isCreditCard: wrongFormat('invalid credit card number'),
  isCurrency: wrongFormat('must be a valid currency amount', ['options']),
  isIBAN: wrongFormat('must be a valid IBAN'),
  isBIC: wrongFormat('must be a valid BIC or SWIFT code'),
  isIsin: wrongFormat('must be a valid ISIN'),
  isBtcAddress: wrongFormat('must be a valid Bitcoin address'),
  isEthereumAddress: wrongFormat('must be a valid Ethereum address'),
  isISO4217CurrencyCode: wrongFormat('must be a valid ISO 4217 currency code'),
};
