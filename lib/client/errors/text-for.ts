/** What stands for a text that the server did not give. */
export function textFor(status: unknown, code: unknown): string {
  if (code === 'NETWORK_ERROR') return 'No response from server';
  return code === 'REQUEST_ERROR'
    ? 'Error setting up request'
    : `Request failed: ${status || code}`;
}
