import { Injectable } from '@nestjs/common';
import { StandardErrors } from 'nestjs-errors';
import type { Principal } from '../../auth/principal.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { Database } from '../../database/database.js';
import { onlyRow } from '../../database/only-row.js';
import { utcSeconds } from '../../utc-seconds.js';
import type { CreateResourceDto } from './create-resource.dto.js';
import { findResource } from './find-resource.js';
import type { CreatedResource, Resource } from './resource.js';

@Injectable()
export class ResourcesService {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly database: Database,
  ) {}

  async find(principal: Principal, id: string): Promise<Resource> {
    const { name, status } = await findResource(this.database, principal, id);
    return { id, name, status };
  }

  async create(
    { organizationId, id }: Principal,
    { name, provider, credentialId, config = {} }: CreateResourceDto,
  ): Promise<CreatedResource> {
    if (credentialId !== undefined) await this.credentials.check(organizationId, credentialId);
    const rows = await this.database.query<{ id: string; createdAt: Date }>(
      `INSERT INTO resources (organization_id, owner_id, name, provider, credential_id, config)
       VALUES ($1, $2, $3, $4, $5, $6::jsonb) RETURNING id, created_at AS "createdAt"`,
      [organizationId, id, name, provider, credentialId ?? null, JSON.stringify(config)],
    );
    const row = onlyRow(rows);
    return { id: row.id, name, provider, createdAt: utcSeconds(row.createdAt) };
  }

  async remove(principal: Principal, id: string): Promise<void> {
    const resource = await findResource(this.database, principal, id);
    const isAdmin = principal.kind === 'user' && principal.role === 'admin';
    if (!isAdmin && resource.ownerId !== principal.id) throw StandardErrors.PERMISSION_OWNER_ONLY();
    await this.database.query('DELETE FROM resources WHERE id = $1', [id]);
  }
}
