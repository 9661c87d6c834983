import { describe, expect, it } from 'vitest';
import { isForwardingIgnored } from '../../../lib/network/is-forwarding-ignored';
import { TrustedProxies } from '../../../lib/network/trusted-proxies';

const peer = { ip: '10.0.0.1', socket: { remoteAddress: '10.0.0.1' } };
const forwarded = { headers: { 'x-forwarded-for': '203.0.113.7' }, ...peer };
const express = (setting: unknown) => ({ ...forwarded, app: { get: () => setting } });

describe('a forwarded request', () => {
  it('is ignored where neither framework nor library trusts a proxy', () => {
    expect(isForwardingIgnored(express(false), undefined)).toBe(true);
    expect(isForwardingIgnored(forwarded, undefined)).toBe(true);
  });

  it('is not where trustProxies is set', () => {
    expect(isForwardingIgnored(forwarded, new TrustedProxies(['192.0.2.1']))).toBe(false);
  });

  it('is not where Express trusts a proxy, even if not this one', () => {
    expect(isForwardingIgnored(express('loopback'), undefined)).toBe(false);
  });

  it('is not where Fastify trusts a proxy, even if not this one', () => {
    expect(isForwardingIgnored({ ...forwarded, ips: ['10.0.0.1'] }, undefined)).toBe(false);
  });

  it('is not where the framework read another address from it', () => {
    expect(isForwardingIgnored({ ...forwarded, ip: '203.0.113.7' }, undefined)).toBe(false);
  });

  it('is one that came with the header', () => {
    expect(isForwardingIgnored({ ...peer, headers: {} }, undefined)).toBe(false);
  });
});
