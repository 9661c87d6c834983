import { prismaSource } from './sources/prisma.source';
import { describeSource } from './support/describe-source';

describeSource(prismaSource());
