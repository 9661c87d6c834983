import type { CatalogEntries } from './catalog/catalog';
import { checkOptions } from './check-options';
import { checkErrorTexts } from './contracts/check-error-texts';
import { Contract, type ContractPart } from './contracts/contract';
import type { ContractOptions, ErrorsFeatureOptions, ErrorsModuleOptions } from './errors.options';
import { FAILURE_LIMITS, type FailureLimits } from './filter/limit-record';
import { resolveFormat } from './formats/resolve-format';
import { checkConstraints } from './databases/check-constraints';
import { TrustedProxies } from './network/trusted-proxies';
import { MapperChain } from './record/mapper-chain';
import { resolveRedactor } from './redaction/redact.options';
import { resolveReporter } from './report/resolve-reporter';
import { resolveThrottling } from './throttling/resolve-throttling';
import { resolveTracing } from './tracing/tracing.options';
import { BUILT_IN_WORDING } from './validation/sentence';
import { resolveValidationOptions } from './validation/validation.options';

const CONTRACT_OPTIONS = ['format', 'catalog', 'overrides', 'conceal'];
const ROOT_OPTIONS = [
  ...CONTRACT_OPTIONS,
  ...['negotiate', 'mappers', 'trustProxies', 'validation', 'throttling', 'tracing'],
  ...['constraints', 'log', 'onError', 'ignore', 'rethrow', 'redact', 'limits', 'expose'],
];

/** Options with every default filled in; a feature that is off is undefined. */
export type ResolvedOptions = ReturnType<typeof resolveOptions>;

/** @throws TypeError at start, naming the wrong option and its fix */
export function resolveOptions(options: ErrorsModuleOptions = {}) {
  checkOptions('ErrorsModule.forRoot', options, ROOT_OPTIONS);
  const { negotiate = true, mappers = [], trustProxies } = options;
  const trustedProxies = trustProxies && new TrustedProxies(trustProxies);
  checkFunctions('mappers', mappers);
  const redactor = resolveRedactor(options.redact);
  const contract = resolveContract(options);
  const validation = feature(options.validation, resolveValidationOptions);
  checkErrorTexts(validation?.options.locales, contract.catalog);
  if (options.constraints) checkConstraints(options.constraints, contract.catalog);
  return {
    contract,
    isExposed: resolveExposure(options.expose),
    limits: resolveLimits(options.limits),
    mappers: new MapperChain(mappers, options.constraints),
    negotiate,
    redactor,
    reporter: resolveReporter(options, redactor),
    rethrow: resolveRethrow(options.rethrow),
    throttling: feature(options.throttling, (given) =>
      resolveThrottling(given, { trustedProxies }),
    ),
    tracing: feature(options.tracing, (given) => resolveTracing(given, { trustedProxies })),
    validation,
    wording: validation?.wording ?? BUILT_IN_WORDING,
  };
}

/** @throws TypeError if the path or another option is wrong */
export function resolveFeature(options: ErrorsFeatureOptions): {
  path: string;
  part: ContractPart;
} {
  checkOptions('ErrorsModule.forFeature', options, ['path', ...CONTRACT_OPTIONS]);
  const { path } = options;
  if (typeof path !== 'string' || !path.startsWith('/')) {
    throw new TypeError(
      'ErrorsModule.forFeature needs a path that begins with "/", such as "/api/v1".',
    );
  }
  return { path, part: resolvePart(options) };
}

function feature<Options extends object, Resolved>(
  options: Options | false | undefined,
  resolve: (options: Options) => Resolved,
): Resolved | undefined {
  return options === false ? undefined : resolve(options ?? ({} as Options));
}

function resolveContract(options: ContractOptions): Contract {
  const base = new Contract(resolveFormat('nested'), [], {}, []);
  return base.extend(resolvePart(options));
}

function resolvePart({ format, catalog, overrides, conceal }: ContractOptions): ContractPart {
  if (catalog !== undefined) checkCatalogs(catalog);
  return {
    format: format === undefined ? undefined : resolveFormat(format),
    catalogs: catalog,
    overrides,
    conceal,
  };
}

function checkCatalogs(catalogs: readonly CatalogEntries[]): void {
  const isValid =
    Array.isArray(catalogs) &&
    catalogs.every((entries) =>
      Object.values(entries as CatalogEntries).every((entry) => entry.definition),
    );
  if (!isValid) throw new TypeError('catalog must be a list of results of defineErrors().');
}

function resolveExposure(expose: ErrorsModuleOptions['expose'] = 'never'): boolean {
  if (expose !== 'never' && expose !== 'development') {
    throw new TypeError("expose must be 'never' or 'development'.");
  }
  return expose === 'development' && process.env['NODE_ENV'] !== 'production';
}

function resolveLimits(limits: Partial<FailureLimits> = {}): FailureLimits {
  checkOptions('limits', limits, Object.keys(FAILURE_LIMITS));
  for (const [name, value] of Object.entries(limits)) {
    if (Number.isInteger(value) && value >= 0) continue;
    throw new TypeError(`limits.${name} must be a whole number from 0.`);
  }
  return { ...FAILURE_LIMITS, ...limits };
}

function resolveRethrow(rethrow: ErrorsModuleOptions['rethrow']): (thrown: unknown) => boolean {
  if (rethrow === undefined) return () => false;
  checkFunctions('rethrow', [rethrow]);
  // A promise is no yes: an async rule would hand every failure to Nest's own filter.
  return (thrown) => (rethrow(thrown) as unknown) === true;
}

function checkFunctions(where: string, functions: readonly unknown[]): void {
  if (!Array.isArray(functions) || functions.some((item) => typeof item !== 'function')) {
    throw new TypeError(`${where} must be a list of functions.`);
  }
}
