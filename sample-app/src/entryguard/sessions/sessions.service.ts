import { Injectable } from '@nestjs/common';
import type { Principal } from '../../auth/principal.js';
import { Database } from '../../database/database.js';
import { onlyRow } from '../../database/only-row.js';
import { utcSeconds } from '../../utc-seconds.js';

interface SessionRow {
  readonly id: string;
  readonly startedAt: Date;
  readonly expiresAt: Date;
}

export interface Session {
  readonly id: string;
  readonly startedAt: string;
  readonly expiresAt: string;
}

const COLUMNS = 'id, started_at AS "startedAt", expires_at AS "expiresAt"';

@Injectable()
export class SessionsService {
  constructor(private readonly database: Database) {}

  async list({ organizationId, id }: Principal): Promise<Session[]> {
    const rows = await this.database.query<SessionRow>(
      `SELECT ${COLUMNS} FROM sessions
       WHERE organization_id = $1 AND owner_id = $2 ORDER BY started_at DESC LIMIT 100`,
      [organizationId, id],
    );
    return rows.map(toSession);
  }

  async open({ organizationId, id }: Principal, durationHours: number): Promise<Session> {
    const rows = await this.database.query<SessionRow>(
      `INSERT INTO sessions (organization_id, owner_id, expires_at)
       VALUES ($1, $2, now() + make_interval(hours => $3)) RETURNING ${COLUMNS}`,
      [organizationId, id, durationHours],
    );
    return toSession(onlyRow(rows));
  }
}

function toSession({ id, startedAt, expiresAt }: SessionRow): Session {
  return { id, startedAt: utcSeconds(startedAt), expiresAt: utcSeconds(expiresAt) };
}
