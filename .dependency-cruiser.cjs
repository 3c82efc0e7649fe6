// The arrows of docs/architecture: data goes down once and comes up once. `npm run layers` checks them.

const file = (...folders) => `^(${folders.join('|')})/`
const npm = '^node_modules/'

/** `folder` may reach only `allowed` (regular expressions over resolved paths); a rule for each such room. */
function only(folder, allowed, comment) {
  return {
    name: `${folder.replaceAll('/', '-')}-reaches-only`,
    severity: 'error',
    comment,
    from: { path: file(folder) },
    to: { pathNot: [file(folder), ...allowed] },
  }
}

const functions = (room) => `cloudfunctions/${room}`

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or hide a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      comment: 'An import leads to a file or to a package that package.json names.',
      from: {},
      to: { couldNotResolve: true },
    },
    only(
      'contract',
      [`${npm}(valibot|fast-sha256|dayjs)/`],
      'The contract is a leaf: both sides speak it, it knows neither.',
    ),
    only(
      functions('core'),
      [file('contract'), `${npm}(dayjs|fast-sha256|chinese-days|tyme4ts)/`],
      'Rules are pure: no database, no SDK, no clock, nothing of Node.',
    ),
    {
      name: 'store-knows-no-use-case',
      severity: 'error',
      comment: 'The store keeps documents; it may know the shapes of core and contract, and decides nothing.',
      from: { path: file(functions('store')) },
      to: { path: file(functions('app'), functions('api'), functions('jobs'), 'local', 'src') },
    },
    {
      name: 'only-the-store-knows-its-engine',
      severity: 'error',
      comment: "A use case asks in the store's own words; the SDK's operators and raw calls stay inside.",
      from: { path: '^cloudfunctions/(app|api|jobs)/' },
      to: {
        path: `^${functions('store')}/engine/`,
        pathNot: `^${functions('store')}/engine/(documents|cursor)\\.ts$`,
      },
    },
    {
      name: 'the-manifest-needs-no-sdk',
      severity: 'error',
      comment: 'A deployment and the local cloud read the rows; the SDK would start with them.',
      from: {
        path: `^${functions('store')}/(rows/.*|words/.*|manifest|table|engine/(row|fate|indexes|lists|cursor))\\.ts$`,
      },
      to: {
        path: `^${functions('store')}/(engine/(sdk|query|raw|documents|entry)|open|collections|writes|platform)`,
      },
    },
    {
      name: 'app-knows-no-entry',
      severity: 'error',
      comment: 'A use case does not know who called it.',
      from: { path: file(functions('app')) },
      to: { path: file(functions('api'), functions('jobs'), 'local', 'src') },
    },
    {
      name: 'app-stands-on-the-call-and-the-change',
      severity: 'error',
      comment: 'What every use case is given knows no subject.',
      from: { path: '^cloudfunctions/app/(call|change)/' },
      to: { path: '^cloudfunctions/app/', pathNot: '^cloudfunctions/app/(call|change)/' },
    },
    {
      name: 'subjects-know-no-roof',
      severity: 'error',
      comment:
        'The gate, the timer and the effects bring the subjects together; a subject is given what it needs of them.',
      from: { path: '^cloudfunctions/app/', pathNot: '^cloudfunctions/app/(gate|timer|effects)/' },
      to: { path: '^cloudfunctions/app/(gate|timer|effects)/' },
    },
    {
      name: 'roofs-stand-apart',
      severity: 'error',
      comment:
        'The gate and the timer do what is owed by the effects; nothing else leads from one roof to another.',
      from: { path: '^cloudfunctions/app/(gate|timer|effects)/' },
      to: { path: '^cloudfunctions/app/(gate|timer)/', pathNot: '^cloudfunctions/app/$1/' },
    },
    {
      name: 'entries-use-the-app',
      severity: 'error',
      comment: 'api and jobs translate the platform into use cases and back; they do not know each other.',
      from: { path: '^cloudfunctions/(api|jobs)/' },
      to: { path: file(functions('(api|jobs)'), 'local', 'src'), pathNot: '^cloudfunctions/$1/' },
    },
    {
      name: 'only-the-store-speaks-to-the-sdk',
      severity: 'error',
      comment: 'One place knows wx-server-sdk, so that what was wrongly believed about it is corrected once.',
      from: { path: file('contract', 'cloudfunctions', 'local', 'src'), pathNot: file(functions('store')) },
      to: { path: `${npm}wx-server-sdk/` },
    },
    {
      name: 'local-is-a-cloud',
      severity: 'error',
      comment: 'The local cloud runs the bundles; of the sources it may read the contract and the manifest.',
      from: { path: file('local') },
      to: {
        path: file('cloudfunctions', 'src'),
        pathNot: `^${functions('store')}/manifest\\.ts$`,
      },
    },
    {
      name: 'client-and-server-meet-in-the-contract',
      severity: 'error',
      comment: 'What the client imported of the server would be shipped to every phone.',
      from: { path: file('src') },
      to: { path: file('cloudfunctions', 'local') },
    },
    {
      name: 'client-runs-without-node',
      severity: 'error',
      comment: 'There is no Node on a phone or in a browser.',
      from: { path: file('src', 'contract') },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'features-stand-alone',
      severity: 'error',
      comment: 'A feature does not import another; pages bring them together.',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/(features|pages|packages)/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'ui-knows-no-subject',
      severity: 'error',
      comment: 'An interface part is given what it shows; it fetches nothing.',
      from: { path: file('src/ui') },
      to: { path: file('src/cloud', 'src/features', 'src/pages', 'src/packages') },
    },
    {
      name: 'cloud-knows-no-screen',
      severity: 'error',
      comment: 'The way to the server shows nothing; it may name the types that a screen takes.',
      from: { path: file('src/cloud') },
      to: {
        path: file('src/ui', 'src/features', 'src/pages', 'src/packages'),
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pages-stand-alone',
      severity: 'error',
      comment: 'Pages reach each other by navigation; a subpackage cannot hold code of another.',
      from: { path: '^src/(pages|packages)/([^/]+)' },
      to: { path: '^src/(pages|packages)/', pathNot: '^src/$1/$2(/|$)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '\\.(scss|png|svg)$'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
