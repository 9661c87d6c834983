export type Role = 'admin' | 'user';

interface Identity {
  readonly id: string;
  readonly organizationId: string;
  /** The organisation's code, which Engagifii's `tenant-code` header names. */
  readonly tenant: string;
}

/** A person who logged in. */
export interface UserPrincipal extends Identity {
  readonly kind: 'user';
  readonly email: string;
  readonly role: Role;
}

/** A program: what it may do is the scopes it was given. */
export interface ClientPrincipal extends Identity {
  readonly kind: 'client' | 'api-key';
  readonly scopes: readonly string[];
}

/** Whoever sends a request, once the credential is verified. */
export type Principal = UserPrincipal | ClientPrincipal;
