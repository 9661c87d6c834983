import { wrongFormat } from './rule-definition';

export const internetRules = {
  isEmail: wrongFormat('must be a well-formed email address', ['options']),
  isUrl: wrongFormat('must be a valid URL', ['options']),
  isFqdn: wrongFormat('must be a valid domain name', ['options']),
  isIp: wrongFormat('must be a valid IP address', ['version']),
  isPort: wrongFormat('must be a valid port number'),
  isMacAddress: wrongFormat('must be a valid MAC address', ['options']),
  isDataURI: wrongFormat('must be a valid data URI'),
  isMagnetURI: wrongFormat('must be a valid magnet URI'),
  isMimeType: wrongFormat('must be a valid MIME type'),
};
