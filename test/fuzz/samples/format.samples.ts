import { sample, type Samples } from './sample';

const NO_TEXT = ['', null, undefined, 1, ['x'], {}];
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln';

export const formatSamples = {
  IsEmail: [
    sample(
      [undefined],
      [
        'a@b.co',
        'ada.lovelace+x@example.com',
        'ADA@EXAMPLE.COM',
        "o'hara@example.org",
        'a!#$%&*/=?^_`{|}~-@example.com',
        `${'x'.repeat(64)}@example.com`,
        'ä@example.com',
        '用户@例子.公司',
        'a@xn--fsqu00a.xn--0zwm56d',
      ],
      [
        'ada',
        'a@b',
        '@example.com',
        'a@example.c',
        'a..b@example.com',
        '.a@example.com',
        'a.@example.com',
        'a b@example.com',
        `${'x'.repeat(65)}@example.com`,
        'a@-example.com',
        'a@example-.com',
        'a@exa_mple.com',
        'a@[127.0.0.1]',
        'Ada <a@example.com>',
        'a@example.com\n',
        'a@example.123',
        '"a b"@example',
        'a.@gmail.com',
        'a.@gmail.example',
        ...NO_TEXT,
      ],
    ),
    sample([{ allow_display_name: true }], ['Ada <a@example.com>', 'a@b.co'], ['Ada <ada>', 'x']),
    sample([{ require_tld: false }], ['a@b', 'a@localhost'], ['a', 'a@']),
    sample([{ allow_ip_domain: true }], ['a@[127.0.0.1]', 'a@127.0.0.1'], ['a@[300.0.0.1]']),
    sample([{ host_blacklist: ['b.co'] }], ['a@c.co'], ['a@b.co']),
  ],
  IsUrl: [
    sample(
      [undefined],
      ['http://a.co', 'https://example.com:8080/p?q=1#f', 'example.com', 'ftp://ftp.example.com'],
      ['http://', 'a', 'javascript:alert(1)', 'http://a b.co', 'mailto:a@b.co', ...NO_TEXT],
    ),
    sample(
      [{ require_tld: false, require_protocol: true, protocols: ['https'] }],
      ['https://localhost', 'https://a.b'],
      ['http://localhost', 'localhost', 'https://'],
    ),
  ],
  IsFQDN: [
    sample(
      [undefined],
      ['example.com', 'xn--fsqu00a.xn--0zwm56d', 'a.b.co'],
      ['example', '-a.com', 'a_b.com', 'a.c', 'a..b', '127.0.0.1', ...NO_TEXT],
    ),
    sample([{ require_tld: false, allow_underscores: true }], ['localhost', 'a_b'], ['-', 'a b']),
  ],
  IsIP: [
    sample(
      [undefined],
      ['127.0.0.1', '::1', '2001:db8::ff00:42:8329'],
      ['256.0.0.1', '1.1', 'x', ...NO_TEXT],
    ),
    sample([4], ['0.0.0.0', '255.255.255.255'], ['::1', '01.0.0.0', '1.2.3.4/8']),
    sample(['6'], ['::', 'fe80::1%eth0'], ['127.0.0.1', ':::', 'g::']),
  ],
  IsPort: [sample([], ['0', '80', '65535'], ['65536', '-1', '080', '', 80, null, 'x'])],
  IsMACAddress: [
    sample(
      [undefined],
      ['01:02:03:04:05:ab', '01-02-03-04-05-AB', '0102.0304.05ab'],
      ['01:02', 'x', ...NO_TEXT],
    ),
    sample([{ no_separators: true }], ['0102030405ab'], ['01:02:03:04:05:ab']),
  ],
  IsDataURI: [
    sample(
      [],
      ['data:,x', 'data:text/plain;base64,SGk='],
      ['data:', 'text', 'data:text', ...NO_TEXT],
    ),
  ],
  IsMagnetURI: [
    sample(
      [],
      ['magnet:?xt=urn:sha1:YNCKHTQCWBTRNJIVHOZRPS3JKDRJVVVV&dn=x'],
      ['magnet:?xt=urn:x', 'magnet:', ...NO_TEXT],
    ),
  ],
  IsMimeType: [
    sample([], ['text/html', 'text/html; charset=utf-8'], ['text', 'a/b/c', ...NO_TEXT]),
  ],
  IsBase32: [
    sample([], ['MFRGG===', 'ME======', 'MFRGGZDF'], ['1', 'mfrgg===', 'MFRGG', ...NO_TEXT]),
  ],
  IsBase58: [sample([], ['3yZe7d', 'z', ''], ['0', 'O', 'l', 'I', null, undefined, 1])],
  IsBase64: [
    sample([undefined], ['SGk=', 'SGVsbG8h', ''], ['SGk', '@@@@', 'SGk-', null, undefined, 1]),
    sample([{ urlSafe: true }], ['SGk', 'a_-b', ''], ['SGk+', 'a b']),
  ],
  IsHash: [
    sample(
      ['md5'],
      ['d41d8cd98f00b204e9800998ecf8427e', 'D41D8CD98F00B204E9800998ECF8427E'],
      ['d41d8cd98f00b204e9800998ecf8427', 'g'.repeat(32), ...NO_TEXT],
    ),
    sample(['sha256'], ['a'.repeat(64)], ['a'.repeat(63), 'a'.repeat(65)]),
  ],
  IsJSON: [
    sample([], ['{}', '[]', '{"a":1}', '[null]'], ['{', 'x', '1', 'null', '"x"', ...NO_TEXT]),
  ],
  IsJWT: [sample([], [JWT, 'a.b.c'], ['a.b', 'a', 'a.b.c.d', 'a.b.ü', ...NO_TEXT])],
  IsHexColor: [sample([], ['#fff', 'FFF', '#ff00ff80', '#abcd'], ['#ff', '#ggg', ...NO_TEXT])],
  IsHSL: [
    sample(
      [],
      ['hsl(0,0%,0%)', 'hsla(360, 100%, 50%, .5)', 'hsl(1turn 0% 0%)'],
      ['hsl(0,0,0)', 'rgb(0,0,0)', ...NO_TEXT],
    ),
  ],
  IsRgbColor: [
    sample(
      [undefined],
      ['rgb(0,0,0)', 'rgba(255,255,255,0.5)', 'rgb(5%,5%,5%)'],
      ['rgb(256,0,0)', 'rgb(0,0)', ...NO_TEXT],
    ),
    sample([false], ['rgb(0,0,0)'], ['rgb(5%,5%,5%)', 'x']),
  ],
  IsSemVer: [sample([], ['1.0.0', '0.0.0-a.1+b'], ['1.0', 'v1.0.0', '01.0.0', ...NO_TEXT])],
  IsStrongPassword: [
    sample([undefined], ['Aa1!aaaa', 'Ünic0de!Aa'], ['aaaaaaaa', 'Aa1!', 'Aa1aaaaa', ...NO_TEXT]),
    sample([{ minLength: 2, minSymbols: 0 }], ['Aa1'], ['aa', 'A1']),
  ],
} satisfies Partial<Samples>;
