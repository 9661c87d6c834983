import { type Frame, FRAMES } from './frames';

/** A response's header, by its name in lower case. */
export type ReadHeader = (name: string) => unknown;

/** How a failure is told within a body that has begun; undefined where it cannot be. */
export function frameOf(header: ReadHeader, method: string | undefined): Frame | undefined {
  const isFixed =
    header('content-length') !== undefined || header('content-encoding') !== undefined;
  if (isFixed || method === 'HEAD') return undefined;
  const contentType = header('content-type');
  if (typeof contentType !== 'string') return undefined;
  const [mediaType = ''] = contentType.split(';');
  return FRAMES.get(mediaType.trim().toLowerCase());
}
