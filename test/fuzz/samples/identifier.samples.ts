import { sample, type Samples } from './sample';

const NO_TEXT = ['', null, undefined, 1, ['x'], {}];
const V1 = 'd9428888-122b-11e1-b85c-61cd3cbb3210';
const V3 = 'a3bb189e-8bf9-3888-9912-ace4e6543002';
const V4 = '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d';
const V5 = '74738ff5-5367-5958-9aee-98fffdcd1876';
const V7 = '018f4d3e-8d5a-7c3b-9d2e-5f6a7b8c9d0e';
const NIL = '00000000-0000-0000-0000-000000000000';
const MAX = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

export const identifierSamples = {
  IsUUID: [
    sample(
      [undefined],
      [V1, V3, V4, V5, V7, V4.toUpperCase(), NIL, MAX],
      [V4.slice(1), `${V4}0`, `{${V4}}`, V4.replaceAll('-', ''), `${V4}\n`, 'x', ...NO_TEXT],
    ),
    sample(
      ['4'],
      [V4, V4.toUpperCase()],
      [V1, V3, V5, V7, NIL, '9b1deb4d-3b7d-4bad-cbdd-2b0d7b3dcb6d'],
    ),
    sample([4], [V4], [V5, NIL]),
    sample(['3'], [V3], [V4]),
    sample(['5'], [V5], [V4]),
    sample(['all'], [V1, V4, NIL, MAX], ['x', `${V4} `]),
  ],
  IsMongoId: [
    sample(
      [],
      ['507f1f77bcf86cd799439011', 'A'.repeat(24), '0x507f1f77bcf86cd7994390'],
      ['507f1f77bcf86cd79943901', 'g'.repeat(24), '0x507f1f77bcf86cd799439011', ...NO_TEXT],
    ),
  ],
  IsFirebasePushId: [
    sample([], ['-M-Jh_1KAH5rYJF_7-kY'], ['-M-Jh_1KAH5rYJF_7-k', 'x', ...NO_TEXT]),
  ],
  IsISBN: [
    sample(
      [undefined],
      ['0306406152', '978-0-306-40615-7', '080442957X'],
      ['0306406153', '978', ...NO_TEXT],
    ),
    sample(['10'], ['0306406152'], ['9780306406157']),
    sample([13], ['9780306406157'], ['0306406152']),
  ],
  IsISSN: [
    sample([undefined], ['0378-5955', '03785955', '2434-561x'], ['0378-5954', '0378', ...NO_TEXT]),
    sample(
      [{ case_sensitive: true, require_hyphen: true }],
      ['2434-561X'],
      ['2434-561x', '03785955'],
    ),
  ],
  IsISRC: [
    sample([], ['USRC17607839', 'GBAYE6800011'], ['usrc17607839', 'USRC1760783', ...NO_TEXT]),
  ],
  IsEAN: [sample([], ['4006381333931', '73513537'], ['4006381333932', '123', ...NO_TEXT])],
  IsIdentityCard: [
    sample(['ES'], ['12345678Z', 'X1234567L'], ['12345678A', 'x', ...NO_TEXT]),
    sample(['any'], ['12345678Z'], ['x']),
  ],
  IsPassportNumber: [sample(['DE'], ['C01X00T47', 'c01x00t47'], ['A', '', 'C01X00T4', null, 1])],
  IsTaxId: [sample(['de-DE'], ['65929970489', '86095742719'], ['65929970480', 'x', '', null, 1])],
  IsCreditCard: [
    sample(
      [],
      ['4111111111111111', '4111 1111 1111 1111', '378282246310005'],
      ['4111111111111112', 'x', ...NO_TEXT],
    ),
  ],
  IsCurrency: [
    sample([undefined], ['$10.50', '-10', '1,000.00', '10'], ['1,00', 'x', '10.5', ...NO_TEXT]),
    sample(
      [{ symbol: '€', decimal_separator: ',', thousands_separator: '.' }],
      ['€1.000,50'],
      ['€1,000.50'],
    ),
  ],
  IsIBAN: [
    sample(
      [undefined],
      ['DE89370400440532013000', 'GB29 NWBK 6016 1331 9268 19'],
      ['DE89370400440532013001', 'XX00', ...NO_TEXT],
    ),
  ],
  IsBIC: [sample([], ['DEUTDEFF', 'DEUTDEFF500'], ['DEUT', 'DEUTXX', ...NO_TEXT])],
  IsISIN: [sample([], ['US0378331005', 'DE000BAY0017'], ['US0378331004', 'x', ...NO_TEXT])],
  IsBtcAddress: [
    sample(
      [],
      ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq'],
      ['1A1z', 'bc1QAR', ...NO_TEXT],
    ),
  ],
  IsEthereumAddress: [
    sample([], [`0x${'aB'.repeat(20)}`], [`0x${'a'.repeat(39)}`, 'a'.repeat(40), ...NO_TEXT]),
  ],
  IsLatitude: [
    sample(
      [],
      [0, 90, -90, '45.5', '-0', 45],
      [90.1, -91, '91', 'x', '', null, undefined, Number.NaN, true],
    ),
  ],
  IsLongitude: [
    sample(
      [],
      [0, 180, -180, '45.5', 179.999],
      [180.1, -181, '181', 'x', '', null, undefined, true],
    ),
  ],
  IsLatLong: [sample([], ['0,0', '90,180', '-45.5, 10'], ['91,0', '0', '0,181', ...NO_TEXT])],
  IsLocale: [sample([], ['en', 'en_US', 'zh-Hant-TW'], ['?', 'e', 'en-', ...NO_TEXT])],
  IsISO31661Alpha2: [sample([], ['DE', 'us'], ['XX', 'DEU', ...NO_TEXT])],
  IsISO31661Alpha3: [sample([], ['DEU', 'usa'], ['XXX', 'DE', ...NO_TEXT])],
  IsISO31661Numeric: [sample([], ['276', '004'], ['27', '999', 276, '', null])],
  IsISO4217CurrencyCode: [sample([], ['EUR', 'usd'], ['XYZ', 'EU', ...NO_TEXT])],
  IsISO6391: [sample([], ['en', 'de'], ['EN', 'eng', 'xx', ...NO_TEXT])],
  IsPostalCode: [
    sample(['DE'], ['10115'], ['1011', 'x', '', null, 10115]),
    sample(['any'], ['10115', 'SW1A 1AA'], ['?', '']),
    sample([undefined], [], [null, 5], ['10115']),
  ],
  IsPhoneNumber: [
    sample(['DE'], ['030 123456', '+49 30 123456'], ['1', 'x', '', null, 30]),
    sample([undefined], ['+49 30 123456', '+14155552671'], ['030 123456', '']),
  ],
  IsMobilePhone: [
    sample([undefined, undefined], ['+4915123456789', '+14155552671'], ['12', 'x', '', null, 1]),
    sample(['de-DE', { strictMode: true }], ['+4915123456789'], ['015123456789', '']),
  ],
} satisfies Partial<Samples>;
