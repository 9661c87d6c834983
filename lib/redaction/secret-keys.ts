/** Names of members that hold secrets; compared without case, `-` and `_`. */
export const SECRET_KEYS = [
  ...['password', 'passwd', 'pwd', 'passphrase', 'newpassword', 'oldpassword', 'currentpassword'],
  ...['secret', 'clientsecret', 'secretkey', 'signingkey', 'encryptionkey', 'privatekey'],
  ...['token', 'accesstoken', 'refreshtoken', 'idtoken', 'authtoken', 'sessiontoken', 'csrftoken'],
  ...['apikey', 'xapikey', 'accesskey', 'accesskeyid', 'secretaccesskey', 'jwt', 'bearer'],
  ...['authorization', 'proxyauthorization', 'cookie', 'setcookie', 'sessionid', 'credentials'],
  ...['connectionstring', 'databaseurl', 'dsn', 'pin', 'cvv', 'cvc', 'cardnumber', 'ssn'],
];

export function normalizeKey(key: string): string {
  return key.toLowerCase().replaceAll(/[-_]/g, '');
}
