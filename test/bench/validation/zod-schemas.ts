import { z } from 'zod';
import type { Shape } from './orders';

const note = z.string().max(200).optional();
const item = z.object({
  sku: z.string().min(1).max(40),
  quantity: z.int().min(1),
  price: z.number().min(0),
});

const list = z.object({ title: z.string().max(80), items: z.array(item).max(100) });

/** The rules of the DTOs; unknown keys are stripped, as `whitelist` strips them. */
export const zodSchemas: Readonly<Record<Shape, z.ZodType>> = {
  '3 fields': z.object({ email: z.email(), quantity: z.int().min(1), note }),
  '10 fields': z.object({
    id: z.uuid(),
    email: z.email(),
    name: z.string().min(1).max(80),
    age: z.int().min(0).max(150),
    price: z.number().min(0),
    active: z.boolean(),
    status: z.enum(['OPEN', 'CLOSED']),
    tags: z.array(z.string()).max(10),
    createdAt: z.iso.datetime(),
    note,
  }),
  '3 nested objects': list,
  '10 nested objects': list,
  '20 nested objects': list,
};
