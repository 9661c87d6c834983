/** One server-sent event, its data parsed where it is JSON. */
export interface ReceivedEvent {
  readonly event?: string;
  readonly id?: string;
  readonly data?: unknown;
}

/** The events of a whole body: https://html.spec.whatwg.org/multipage/server-sent-events.html */
export function eventsOf(body: string): ReceivedEvent[] {
  return body
    .split('\n\n')
    .map((block) => block.split('\n').filter((line) => line !== ''))
    .filter((fields) => fields.length > 0)
    .map((fields) => Object.fromEntries(fields.map(toField)));
}

function toField(line: string): [name: string, value: unknown] {
  const colon = line.indexOf(': ');
  const value = line.slice(colon + 2);
  return [line.slice(0, colon), value.startsWith('{') ? (JSON.parse(value) as unknown) : value];
}
