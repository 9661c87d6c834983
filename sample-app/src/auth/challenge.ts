/** A 401 tells how to authenticate, as HTTP asks (RFC 9110, section 11.6.1). */
export const CHALLENGE = { headers: { 'WWW-Authenticate': 'Bearer' } } as const;
