// Five suites, each with what it needs and no more: `npx jest --selectProjects unit cloud weapp h5 way`.

const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  // The client's rooms hold `.ts` and `.tsx` with variants, which one line of `imports` cannot say.
  moduleNameMapper: { '^#((?:ui|cloud|text|features)/.*|routes|clock)$': '<rootDir>/src/$1' },
  transform: {
    '\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  setupFilesAfterEnv: ['<rootDir>/test/support/setup/patience.cjs'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.local/'],
}

/** `folders` under test/; a suite that runs built files has a `setup` that first brings them up to date. */
function suite(displayName, folders, setup) {
  return {
    ...common,
    displayName,
    testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.{ts,tsx}`),
    ...(setup && { globalSetup: `<rootDir>/test/support/setup/${setup}` }),
  }
}

module.exports = {
  testSequencer: '<rootDir>/test/support/setup/longestFirst.cjs',
  projects: [
    suite('unit', [
      'core',
      'contract',
      'store',
      'cloud',
      'features',
      'text',
      'ui',
      'docs',
      'scripts',
      'app/notice',
    ]),
    suite('cloud', ['local', 'app/!(notice)'], 'cloud.cjs'),
    suite('weapp', ['weapp'], 'weapp.cjs'),
    {
      ...suite('h5', ['h5'], 'h5.cjs'),
      setupFilesAfterEnv: [...common.setupFilesAfterEnv, '<rootDir>/test/support/setup/onceMore.cjs'],
    },
    suite('way', ['way'], 'way.cjs'),
  ],
}
