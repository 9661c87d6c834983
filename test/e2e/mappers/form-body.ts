import { CANARY } from './failure-row';

export const FORM = 'multipart/form-data; boundary=edge';

/** Longer than the limits of the tests allow. */
export const TOO_LONG = CANARY;

/** A part of a form as it is sent; `more` goes on where its name ends. */
export function part(name: string, value: string, more = ''): string {
  return `--edge\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
}

export function file(name: string, value = 'x', filename = CANARY): string {
  return part(name, value, `; filename="${filename}"`);
}

export function form(...parts: readonly string[]): string {
  return `${parts.join('')}--edge--\r\n`;
}
