import type { ErrorMapper } from '../record/error-mapper';
import { fastifyMultipartMapper } from './fastify-multipart.mapper';
import { multerMapper } from './multer.mapper';
import { multipartTextMapper } from './multipart-text.mapper';

/** Failures of uploads and other forms; a code is asked for before a text. */
export const UPLOAD_MAPPERS: readonly ErrorMapper[] = [
  multerMapper,
  fastifyMultipartMapper,
  multipartTextMapper,
];
