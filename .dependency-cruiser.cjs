/**
 * The import law: what each stage may import, in the order of a request.
 * A stage that is not in another's list is closed to it.
 */
const may = {
  shared: [],
  errors: ['shared'],
  statistics: ['shared'],
  config: ['shared', 'errors'],
  mask: ['shared', 'errors'],
  catalog: ['shared', 'errors', 'mask'],
  policy: ['shared', 'errors', 'mask', 'catalog'],
  contract: ['shared', 'errors', 'mask', 'catalog', 'policy'],
  plan: ['shared', 'errors', 'statistics', 'mask', 'catalog', 'policy', 'contract'],
  identity: ['shared', 'errors', 'policy'],
  sources: ['shared', 'errors', 'catalog', 'plan'],
  quota: ['shared', 'errors', 'plan'],
  audit: ['shared', 'errors', 'mask', 'catalog', 'policy', 'contract', 'plan'],
  respond: ['shared', 'errors', 'mask', 'catalog', 'policy', 'contract', 'plan'],
  control: [
    'shared',
    'errors',
    'mask',
    'catalog',
    'policy',
    'contract',
    'plan',
    // Administrators prove themselves as clients do, by the same code.
    'identity',
    'audit',
  ],
  execute: [
    'shared',
    'errors',
    'mask',
    'catalog',
    'policy',
    'contract',
    'plan',
    'statistics',
    'audit',
    'respond',
  ],
  http: [
    'shared',
    'errors',
    'config',
    'mask',
    'catalog',
    'policy',
    'contract',
    'plan',
    'identity',
    'audit',
    'respond',
    'execute',
  ],
};

/** Stages that decide are pure: no driver, no server, no file, no clock of the system. */
const pure = [
  'shared',
  'errors',
  'statistics',
  'mask',
  'catalog',
  'policy',
  'contract',
  'plan',
  'respond',
];

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: '^src/(main|cli/main|audit/recordWorker|sources/sqlite/worker)\\.ts$',
      },
      to: {},
    },
    ...Object.entries(may).map(([stage, others]) => ({
      name: `law-of-${stage}`,
      severity: 'error',
      from: { path: `^src/${stage}/` },
      to: {
        path: '^src/',
        pathNot: [`^src/${stage}/`, ...others.map((other) => `^src/${other}/`)],
      },
    })),
    {
      name: 'every-folder-is-a-stage',
      severity: 'error',
      from: { path: `^src/(?!(${Object.keys(may).join('|')}|cli)/)[^/]+/` },
      to: {},
    },
    {
      name: 'pure-stages-reach-nothing-outside',
      severity: 'error',
      from: { path: `^src/(${pure.join('|')})/` },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'core'],
        pathNot: [
          'node_modules/graphql/',
          'node_modules/@noble/ciphers/',
          'node_modules/lru-cache/',
          '^(node:)?crypto$',
        ],
      },
    },
    {
      name: 'no-dev-dependency-in-src',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.d\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node'] },
  },
};
