import { isIP } from 'node:net';
import { type ExecutionContext, Logger } from '@nestjs/common';
import { addressKey } from '../network/address-key';
import { clientAddress, trueAddress } from '../network/client-address';
import { isForwardingIgnored, type ProxyAwareRequest } from '../network/is-forwarding-ignored';
import type { TrustedProxies } from '../network/trusted-proxies';
import { boundedKey, type Client, clientByAddress, clientByTracker, trackerText } from './client';
import type { ThrottlingTracker } from './policy.options';
import { isPromise } from './when-all';

/** Tells whom a request counts for, and warns once where that cannot be what was meant. */
export class ClientTracker {
  readonly #logger = new Logger('RateLimitGuard');
  #hasCheckedForwarding = false;
  #hasWarnedOfTracker = false;

  constructor(
    private readonly tracker: ThrottlingTracker | undefined,
    private readonly trustedProxies: TrustedProxies | undefined,
    private readonly secret?: string,
  ) {}

  /** The address behind the trusted proxies, whoever the client is. */
  addressOf(request: ProxyAwareRequest): string | undefined {
    return trueAddress(request, this.trustedProxies);
  }

  /** The key of a text that names a client. */
  keyOf(text: string): string {
    return boundedKey(text, this.secret);
  }

  /** The key of a client as the application names it: by its tracker, else by its address. */
  keyOfClient(client: string): string {
    if (typeof client !== 'string' || client === '') {
      throw new TypeError('The client must be a text that is not empty.');
    }
    const isAddress = this.tracker === undefined && isIP(client) !== 0;
    return this.keyOf(isAddress ? addressKey(client) : client);
  }

  /** The client as the configured tracker names it. */
  clientOf(context: ExecutionContext, request: ProxyAwareRequest): Client | Promise<Client> {
    if (this.tracker === undefined) return clientByTracker(this.#address(request), this.secret);
    const value = this.tracker(context);
    return isPromise(value)
      ? Promise.resolve(value).then((text) => this.clientNamed(text, context, request))
      : this.clientNamed(value, context, request);
  }

  /** The client that a tracker named; where it named none, the client's address. */
  clientNamed(value: unknown, context: ExecutionContext, request: ProxyAwareRequest): Client {
    const text = trackerText(value);
    if (text !== undefined) return clientByTracker(text, this.secret);
    this.#warnOfTracker(context);
    return clientByAddress(this.#address(request), this.secret);
  }

  #address(request: ProxyAwareRequest): string {
    if (!this.#hasCheckedForwarding && request.headers['x-forwarded-for'] !== undefined) {
      this.#hasCheckedForwarding = true;
      if (isForwardingIgnored(request, this.trustedProxies)) this.#warnOfForwarding();
    }
    return clientAddress(request, this.trustedProxies);
  }

  #warnOfTracker(context: ExecutionContext): void {
    if (this.#hasWarnedOfTracker) return;
    this.#hasWarnedOfTracker = true;
    this.#logger.warn(
      `The throttling tracker returned nothing for ${context.getClass().name}.${context.getHandler().name}:` +
        " such requests count under the client's address. If the tracker reads what a guard sets" +
        ' (request.user), import the module of that global guard before ErrorsModule, or let the' +
        ' tracker verify the credential itself.',
    );
  }

  #warnOfForwarding(): void {
    this.#logger.warn(
      'A request came with X-Forwarded-For, but no proxy is trusted: it counts under the address of' +
        ' its connection. Behind a proxy that is the address of all clients: set trustProxies in' +
        ' ErrorsModule.forRoot() to the addresses of your proxies.',
    );
  }
}
