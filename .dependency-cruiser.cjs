/**
 * The import law: what each stage may import, in the order of a request. A stage that is not in
 * another's list is closed to it. `shared` and `errors` are the ground that all stand on.
 */
const ground = ['shared', 'errors'];
const toCatalog = [...ground, 'source', 'value', 'mask', 'catalog'];
const toContract = [...toCatalog, 'policy', 'contract'];
const toPlan = [...toContract, 'disclosure', 'plan'];

const may = {
  shared: [],
  errors: ['shared'],
  keys: ground,
  address: ground,
  source: ground,
  value: [...ground, 'source'],
  mask: [...ground, 'value'],
  disclosure: ground,
  catalog: toCatalog,
  policy: [...toCatalog, 'policy'],
  identity: [...toCatalog, 'policy'],
  contract: toContract,
  plan: toPlan,
  execute: toPlan,
  sources: [...ground, 'source', 'address'],
  drift: toCatalog,
  quota: [...ground, 'keys'],
  record: [...ground, 'keys', 'quota'],
  exchange: [...toPlan, 'identity', 'execute', 'quota', 'record'],
  explain: [...toPlan, 'exchange', 'execute'],
  http: [...ground, 'exchange', 'record'],
  control: [...toCatalog, 'address', 'policy', 'identity', 'record'],
  start: null,
  cli: [...toPlan, 'start', 'explain', 'record'],
};

/** What the demo may import: the entries that it brings itself into, and the forms of what it brings. */
const demoMay = [
  ...[...ground, 'start', 'cli'].map((stage) => `^src/${stage}/`),
  '^src/identity/audience\\.ts$',
  '^src/control/policy/policySeed\\.ts$',
  '^src/http/portal/serveExplorer\\.ts$',
];

/** Stages that decide are pure: no driver, no server, no file, no clock of the system. */
const pure = [
  'shared',
  'errors',
  'source',
  'value',
  'mask',
  'disclosure',
  'catalog',
  'policy',
  'contract',
  'plan',
  'execute/write',
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
        pathNot:
          '^src/(start/main|cli/main|record/write/recordWorker|record/search/readerWorker|sources/sqlite/worker)\\.ts$',
      },
      to: {},
    },
    ...Object.entries(may)
      .filter(([, others]) => others !== null)
      .map(([stage, others]) => ({
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
      from: { path: `^src/(?!(${Object.keys(may).join('|')})/)` },
      to: {},
    },
    {
      name: 'no-root-imports-another',
      comment:
        'A way to ask is one file in each stage; what two of them share lies beside `roots/`.',
      severity: 'error',
      from: { path: '^src/(contract|plan|execute)/roots/' },
      to: { path: '^src/$1/roots/' },
    },
    {
      name: 'src-knows-no-demo',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^demo/' },
    },
    {
      name: 'law-of-demo',
      severity: 'error',
      from: { path: '^demo/', pathNot: '^demo/emit/' },
      to: { path: '^src/', pathNot: demoMay },
    },
    {
      name: 'law-of-emit',
      comment: 'It writes into the project what follows from catalogs, masks and administration.',
      severity: 'error',
      from: { path: '^demo/emit/' },
      to: {
        path: '^src/',
        pathNot: [...toContract, 'control', 'start', 'cli'].map((stage) => `^src/${stage}/`),
      },
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
          // Of v8, how large the heap may grow: fixed when the process begins.
          '^(node:)?(crypto|buffer|v8)$',
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
