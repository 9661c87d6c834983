import { connect } from 'node:net';

/** One answer as it came over the wire. */
export interface WireAnswer {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** All that was announced has come. */
  readonly isWhole: boolean;
}

export interface Conversation {
  readonly answers: readonly WireAnswer[];
  readonly wasReset: boolean;
}

/**
 * Sends bytes as they are and reads until the server closes the connection.
 * @param answers ends the conversation once so many have come, whole
 */
export function talk(
  port: number,
  text: string,
  { answers = Infinity } = {},
): Promise<Conversation> {
  const socket = connect(port, '127.0.0.1').setEncoding('latin1');
  socket.write(text);
  return new Promise((resolve) => {
    let received = '';
    let wasReset = false;
    socket.on('data', (chunk: string) => {
      received += chunk;
      if (parse(received, true).filter(({ isWhole }) => isWhole).length >= answers)
        socket.destroy();
    });
    socket.on('error', () => (wasReset = true));
    socket.on('close', () => resolve({ answers: parse(received, wasReset), wasReset }));
  });
}

/** A request whose connection ends with its answer. */
export function get(path: string, ...headers: readonly string[]): string {
  return ['GET', path, 'HTTP/1.1'].join(' ') + lines('Host: x', 'Connection: close', ...headers);
}

function lines(...headers: readonly string[]): string {
  return ['', ...headers, '', ''].join('\r\n');
}

function parse(text: string, wasReset: boolean): WireAnswer[] {
  const answers: WireAnswer[] = [];
  let rest = text;
  while (rest !== '') {
    const end = rest.indexOf('\r\n\r\n');
    if (end === -1) break;
    const [statusLine = '', ...headerLines] = rest.slice(0, end).split('\r\n');
    const headers = Object.fromEntries(headerLines.map(toHeader));
    const { body, isWhole, length } = readBody(rest.slice(end + 4), headers, wasReset);
    answers.push({ status: Number(statusLine.split(' ')[1]), headers, body, isWhole });
    rest = rest.slice(end + 4 + length);
  }
  return answers;
}

function toHeader(line: string): [name: string, value: string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}

function readBody(text: string, headers: Readonly<Record<string, string>>, wasReset: boolean) {
  if (headers['transfer-encoding'] === 'chunked') return readChunks(text);
  const announced = headers['content-length'];
  if (announced === undefined) return { body: text, isWhole: !wasReset, length: text.length };
  const body = text.slice(0, Number(announced));
  return { body, isWhole: body.length === Number(announced), length: body.length };
}

function readChunks(text: string) {
  let body = '';
  let at = 0;
  while (at < text.length) {
    const lineEnd = text.indexOf('\r\n', at);
    const size = Number.parseInt(text.slice(at, lineEnd), 16);
    if (size === 0) return { body, isWhole: true, length: lineEnd + 4 };
    body += text.slice(lineEnd + 2, lineEnd + 2 + size);
    at = lineEnd + 2 + size + 2;
  }
  return { body, isWhole: false, length: text.length };
}
