import { Injectable } from '@nestjs/common';
import { ValidationException } from 'nestjs-errors';
import { Database } from '../../database/database.js';

export interface Credential {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
}

@Injectable()
export class CredentialsService {
  constructor(private readonly database: Database) {}

  list(organizationId: string): Promise<Credential[]> {
    return this.database.query<Credential>(
      'SELECT id, name, provider FROM credentials WHERE organization_id = $1 ORDER BY name',
      [organizationId],
    );
  }

  /** Only the database knows whether a reference is right: reported as a field all the same. */
  async check(organizationId: string, credentialId: string): Promise<void> {
    const [credential] = await this.database.query(
      'SELECT 1 FROM credentials WHERE organization_id = $1 AND id = $2',
      [organizationId, credentialId],
    );
    if (credential !== undefined) return;
    throw new ValidationException([
      {
        path: ['credentialId'],
        location: 'body',
        rule: 'credentialExists',
        code: 'VALIDATION_REFERENCE_INVALID',
        params: {},
        message: 'must be the id of a credential',
      },
    ]);
  }
}
