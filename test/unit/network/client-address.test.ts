import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AddressedRequest,
  clientAddress,
  NO_ADDRESS,
} from '../../../lib/network/client-address';
import { TrustedProxies } from '../../../lib/network/trusted-proxies';

const PROXIES = new TrustedProxies(['10.0.0.0/8', 'fd00::/8']);

function request(peer: string | undefined, forwarded?: string, ip = peer): AddressedRequest {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return { headers, ip, socket: { remoteAddress: peer } };
}

const direct = (peer: string | undefined) => clientAddress(request(peer), undefined);
const proxied = (forwarded: string, peer = '10.0.0.1') =>
  clientAddress(request(peer, forwarded), PROXIES);

describe('the address of a direct client', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::ffff:cb00:7107', '203.0.113.7'],
    ['0:0:0:0:0:FFFF:203.0.113.7', '203.0.113.7'],
    ['::ffff:0:203.0.113.7', '203.0.113.7'],
    ['64:ff9b::203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['1::2:3:4:5:6:7', '1:0:2:3::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s is counted as %s', (peer, expected) => {
    expect(direct(peer)).toBe(expected);
  });

  it('is one shared key where the connection has none, as over a Unix socket', () => {
    expect(direct(undefined)).toBe(NO_ADDRESS);
    expect(clientAddress({ headers: {} }, undefined)).toBe(NO_ADDRESS);
    expect(clientAddress(request(undefined, '203.0.113.7'), PROXIES)).toBe(NO_ADDRESS);
  });

  it('is read from the raw request where the framework wraps it', () => {
    const raw = { socket: { remoteAddress: '203.0.113.7' } };
    expect(clientAddress({ headers: {}, raw }, undefined)).toBe('203.0.113.7');
  });

  it('never puts two IPv4 clients in one bucket, however they are written', () => {
    const octets = fc.tuple(...Array.from({ length: 4 }, () => fc.nat({ max: 255 })));
    fc.assert(
      fc.property(octets, ([a, b, c, d]) => {
        const dotted = `${a}.${b}.${c}.${d}`;
        const hex = [a, b, c, d].map((octet) => (octet ?? 0).toString(16).padStart(2, '0'));
        expect(direct(dotted)).toBe(dotted);
        expect(direct(`::ffff:${dotted}`)).toBe(dotted);
        expect(direct(`::ffff:${hex[0]}${hex[1]}:${hex[2]}${hex[3]}`)).toBe(dotted);
      }),
      { verbose: true },
    );
  });

  it('is the /64 of an IPv6 client, however its address is written', () => {
    const group = fc.nat({ max: 0xffff });
    const rest = fc.array(group, { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(fc.integer({ min: 0x2000, max: 0x3fff }), rest, (first, others) => {
        const hex = [first, ...others].map((number) => number.toString(16));
        const network = `${hex.slice(0, 4).join(':')}::/64`;
        const padded = hex.map((text) => text.padStart(4, '0').toUpperCase()).join(':');
        const compressed = new URL(`http://[${padded}]/`).hostname.slice(1, -1);
        expect([hex.join(':'), padded, compressed].map(direct)).toEqual([
          network,
          network,
          network,
        ]);
      }),
      { verbose: true },
    );
  });
});

describe('the address behind trusted proxies', () => {
  it.each([
    ['the rightmost untrusted address', '198.51.100.1, 203.0.113.7, 10.0.0.2', '203.0.113.7'],
    ['the leftmost where all are trusted', '10.0.0.9, 10.0.0.2', '10.0.0.9'],
    ['without its port', '203.0.113.7:4711', '203.0.113.7'],
    ['without brackets and port', '[2001:db8:1:2::3]:4711', '2001:db8:1:2::/64'],
    ['without brackets', '[2001:db8:1:2::3]', '2001:db8:1:2::/64'],
    ['unmapped', '::ffff:203.0.113.7', '203.0.113.7'],
    ['through a mapped trusted hop', '203.0.113.7, ::ffff:10.0.0.2', '203.0.113.7'],
    ['with blanks around it', ' \t203.0.113.7 ', '203.0.113.7'],
    ['the proxy before a word', '203.0.113.7, unknown, 10.0.0.2', '10.0.0.2'],
    ['the proxy before an empty entry', '203.0.113.7,,10.0.0.2', '10.0.0.2'],
    ['the proxy before a bad port', '203.0.113.7:port', '10.0.0.1'],
    ['the proxy before an unclosed bracket', '[2001:db8::1', '10.0.0.1'],
    ['the proxy before a number out of range', '203.0.113.256', '10.0.0.1'],
    ['the proxy where the header is empty', '', '10.0.0.1'],
    ['the proxy where the header is a comma', ',', '10.0.0.1'],
  ])('is %s', (_, forwarded, expected) => {
    expect(proxied(forwarded)).toBe(expected);
  });

  it('is the peer itself where no proxy of ours passed the header on', () => {
    expect(proxied('198.51.100.1', '203.0.113.7')).toBe('203.0.113.7');
    expect(proxied('198.51.100.1', '::ffff:203.0.113.7')).toBe('203.0.113.7');
  });

  it('trusts a proxy by its IPv6 range', () => {
    expect(proxied('2001:db8:1:2::3', 'fd00::1')).toBe('2001:db8:1:2::/64');
  });

  it('walks at most 32 hops', () => {
    const trusted = (hops: number) => Array.from({ length: hops }, () => '10.0.0.2').join(',');
    expect(proxied(`203.0.113.7,${trusted(31)}`)).toBe('203.0.113.7');
    expect(proxied(`203.0.113.7,${trusted(32)}`)).toBe('10.0.0.2');
  });

  it('joins a header that came as several lines', () => {
    const headers = { 'x-forwarded-for': ['198.51.100.1', '203.0.113.7'] };
    const wrapped = { headers, socket: { remoteAddress: '10.0.0.1' } };
    expect(clientAddress(wrapped, PROXIES)).toBe('203.0.113.7');
  });

  it('is an address for whatever a client writes into the header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (forwarded) => {
        expect(proxied(forwarded)).toMatch(/^[\d.]+$|^[\da-f:]+\/64$/);
      }),
      { verbose: true, numRuns: 500 },
    );
  });
});

describe('the address without trusted proxies', () => {
  it('is what a framework that trusts a proxy reads', () => {
    const trusting = request('10.0.0.1', '203.0.113.7', '203.0.113.7');
    expect(clientAddress(trusting, undefined)).toBe('203.0.113.7');
  });

  it('is the peer where the framework trusts nobody', () => {
    expect(clientAddress(request('10.0.0.1', '203.0.113.7'), undefined)).toBe('10.0.0.1');
  });

  it('is the peer where a framework that trusts everybody reads no address', () => {
    const fooled = request('10.0.0.1', 'nobody', 'nobody');
    expect(clientAddress(fooled, undefined)).toBe('10.0.0.1');
  });
});
