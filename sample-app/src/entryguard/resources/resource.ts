export interface ResourceRow {
  readonly id: string;
  readonly organizationId: string;
  readonly ownerId: string;
  readonly name: string;
  readonly status: string;
}

export interface Resource {
  readonly id: string;
  readonly name: string;
  readonly status: string;
}

export interface CreatedResource {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  readonly createdAt: string;
}
