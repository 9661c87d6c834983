/**
 * The same for every variant. So many clients that none comes near its limit, as in production:
 * a limit no client could reach would let a log of hits grow, or hide what a look-up costs.
 */
export const limits = { clients: 5_000, limit: 120, windowMs: 60_000 } as const;

/** The address that a client's X-Forwarded-For carries. */
export function clientAddress(client: number): string {
  const number = client % limits.clients;
  return `10.0.${number >> 8}.${number & 255}`;
}
