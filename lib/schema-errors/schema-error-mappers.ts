import type { ErrorMapper } from '../record/error-mapper';
import { arktypeMapper } from './arktype.mapper';
import { fastifySchemaMapper } from './fastify-schema.mapper';
import { standardSchemaMapper } from './standard-schema.mapper';
import { valibotMapper } from './valibot.mapper';
import { zodMapper } from './zod.mapper';

/** What schemas throw outside the validation pipe; each source knows its own, in any order. */
export const SCHEMA_ERROR_MAPPERS: readonly ErrorMapper[] = [
  zodMapper,
  valibotMapper,
  arktypeMapper,
  standardSchemaMapper,
  fastifySchemaMapper,
];
