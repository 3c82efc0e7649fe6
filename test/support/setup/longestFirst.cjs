const { default: Sequencer } = require('@jest/test-sequencer')

/** The suites by how long their files take. */
const order = ['h5', 'weapp', 'way', 'cloud', 'unit']
/** Short files that take long: the rooms of pages, and the test that compiles the tables of operations. */
const takesLong = /[\\/]h5[\\/]pages[\\/]|[\\/]contract[\\/]rows\.test/

/**
 * Runs the suites with the longest files first, so that none of those is left for the end. Within a suite the
 * order is Jest's: by time, or at first by size; short files that take long come before.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = (test) => order.indexOf(test.context.config.displayName.name)
    const isLong = (test) => takesLong.test(test.path)
    return super
      .sort(tests)
      .sort((one, other) => rank(one) - rank(other) || Number(isLong(other)) - Number(isLong(one)))
  }
}
