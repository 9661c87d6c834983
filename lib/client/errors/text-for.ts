/** What stands for a text that the server did not give. */
export function textFor(status: number | undefined, code: string): string {
  if (code === 'NETWORK_ERROR') return 'No response from server';
  return code === 'REQUEST_ERROR' ? 'Error setting up request' : `API Error: ${status || code}`;
}
