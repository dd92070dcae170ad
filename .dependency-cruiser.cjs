/** The rooms of the house and the doors between them (docs/decisions, design): each rule names what it guards. */
const TEST = '\\.test\\.tsx?$'
const PURE = '^app/domain/.+(?<!\\.server)(?<!\\.test)\\.ts$'
const COMMAND = '^app/domain/([^/]+)/.+\\.server\\.ts$'
const generated = '^app/generated/'

const forbidden = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })

module.exports = {
  forbidden: [
    forbidden(
      'no-circles',
      'Two files that need each other are one idea in two places.',
      { pathNot: generated },
      {
        circular: true,
        viaOnly: { dependencyTypesNot: ['type-only'] },
      },
    ),
    forbidden(
      'no-orphan-imports',
      'An import leads to something that exists.',
      {},
      { couldNotResolve: true, pathNot: '^virtual:' },
    ),
    forbidden(
      'routes-know-no-route',
      'A door never opens into another door.',
      { path: '^app/routes/([^/]+)/' },
      {
        path: '^app/routes/',
        pathNot: [
          '^app/routes/$1/[^/]+\\.(parts|view)\\.tsx$',
          '^app/routes/$1/(parts|fields|filters|sections)',
        ],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbidden(
      'routes-know-no-database',
      'Routes ask queries and commands, never tables.',
      { path: '^app/routes/' },
      {
        path: ['^app/platform/(db|queue)\\.server', generated, 'node_modules/(@prisma|pg)/'],
      },
    ),
    forbidden(
      'pure-domain-stays-pure',
      'A rule runs anywhere: no framework, schema library, plumbing or clock.',
      { path: PURE },
      {
        path: [
          '^app/(routes|platform|components|ui|messages|server|jobs)/',
          'node_modules/(@remix-run|react|zod|pg|@prisma)',
          '\\.server\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbidden(
      'forms-know-pure-domain',
      'A form schema needs zod and the pure domain, nothing that does anything.',
      { path: '^app/domain/.+\\.form\\.server\\.ts$' },
      {
        path: [
          '^app/(routes|components|ui|messages|server|jobs)/',
          '^app/platform/',
          'node_modules/(@remix-run|react|@prisma|pg)/',
        ],
        pathNot: '^app/domain/.+\\.form\\.server\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbidden(
      'commands-know-no-web',
      'A command works the same from a page, a job or the command line.',
      { path: COMMAND, pathNot: TEST },
      {
        path: ['^app/(routes|components|ui|server|jobs)/', 'node_modules/(@remix-run|react|express)/'],
        pathNot: '^app/ui/format\\.ts$',
      },
    ),
    forbidden(
      'stages-ask-stages',
      "A command does not call another stage's command; moving a person is the one exception.",
      { path: COMMAND, pathNot: TEST },
      {
        path: '^app/domain/.+\\.server\\.ts$',
        pathNot: [
          '^app/domain/$1/',
          '^app/domain/(audit|shared)/',
          '^app/domain/beneficiary/move-beneficiary\\.server\\.ts$',
          // Sole writers of ledger and grant rows inside the running write of whoever decides.
          '^app/domain/disbursement/(ledger|make-grant|cancel-tranches)\\.server\\.ts$',
          // Who reaches whom: reads that every stage narrows itself by.
          '^app/domain/[^/]+/reach\\.server\\.ts$',
          '^app/domain/[^/]+/[^/]*-sql\\.server\\.ts$',
          '^app/domain/[^/]+/[^/]*queries[^/]*\\.server\\.ts$',
          '\\.form\\.server\\.ts$',
        ],
      },
    ),
    forbidden(
      'jobs-call-commands',
      'A job handler is a door without a screen.',
      { path: '^app/jobs/' },
      { path: ['^app/(routes|ui|components|server)/', 'node_modules/react/'] },
    ),
    forbidden(
      'components-show',
      'What is shown by two screens gets its values handed in.',
      { path: '^app/components/' },
      { path: ['^app/(routes|server|jobs|platform)/', '\\.server\\.ts$'], dependencyTypesNot: ['type-only'] },
    ),
    forbidden(
      'furniture-knows-no-domain',
      'The furniture would serve any office.',
      { path: '^app/ui/', pathNot: TEST },
      {
        path: ['^app/(routes|server|jobs|platform|components)/', '^app/domain/(?!shared/)'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbidden(
      'plumbing-knows-no-domain',
      'The plumbing carries whatever the domain is.',
      { path: '^app/platform/', pathNot: TEST },
      {
        path: ['^app/(routes|ui|components|jobs|server)/', '^app/domain/(?!shared/)'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbidden(
      'texts-know-nothing',
      'Translators need no code.',
      { path: '^app/messages/(id|en)/', pathNot: TEST },
      { path: '^app/', pathNot: '^app/messages/', dependencyTypesNot: ['type-only'] },
    ),
    forbidden(
      'server-knows-no-rule',
      'The HTTP server carries requests and decides nothing.',
      { path: '^app/server/', pathNot: TEST },
      { path: '^app/(domain|routes|ui|components)/', dependencyTypesNot: ['type-only'] },
    ),
    forbidden(
      'app-stands-alone',
      'Scripts, seeds and tests use the portal, never the other way round.',
      { path: '^app/', pathNot: TEST },
      { path: '^(scripts|prisma|e2e)/' },
    ),
    forbidden(
      'one-prisma-client',
      'Only the pool file holds the Prisma client; others take its types.',
      { path: '^(app|scripts|prisma|e2e)/', pathNot: ['^app/platform/db\\.server\\.ts$', generated] },
      {
        path: '^app/generated/prisma/(?!enums|browser)',
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbidden(
      'no-tests-in-product',
      'What people run holds no test.',
      { path: '^app/', pathNot: TEST },
      { path: TEST },
    ),
    forbidden(
      'declared-packages',
      'Every package that is used stands in package.json.',
      { path: '^app/', pathNot: TEST },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    doNotFollow: { path: ['node_modules', generated] },
    exclude: { path: ['^node_modules', '^build/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
}
