import { type DynamicModule, Inject, Module, Optional } from '@nestjs/common';
import type { ContractPart } from './contracts/contract';
import type { ContractRegistry } from './contracts/contract-registry';
import { CONTRACTS, FEATURE } from './tokens';

/** What `ErrorsModule.forFeature()` imports: it enters one contract into the registry. */
@Module({})
export class ErrorsFeatureModule {
  constructor(
    @Inject(FEATURE) { path, part }: { path: string; part: ContractPart },
    @Optional() @Inject(CONTRACTS) contracts?: ContractRegistry,
  ) {
    if (contracts === undefined) {
      throw new Error(
        `ErrorsModule.forFeature({ path: '${path}' }) needs ErrorsModule.forRoot() in the root module.`,
      );
    }
    contracts.add(path, part);
  }

  static of(feature: { path: string; part: ContractPart }): DynamicModule {
    return { module: ErrorsFeatureModule, providers: [{ provide: FEATURE, useValue: feature }] };
  }
}
