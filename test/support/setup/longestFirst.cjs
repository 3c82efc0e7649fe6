const { default: Sequencer } = require('@jest/test-sequencer')

/** The suites by how long their files take. */
const order = ['h5', 'weapp', 'way', 'cloud', 'unit']

/**
 * Runs the suites with the longest files first, so that none of those is left for the end. Within a suite the
 * order is Jest's: by time, or at first by size. The rooms of pages come first: their files are short but
 * take long.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = (test) => order.indexOf(test.context.config.displayName.name)
    const isRoom = (test) => /[\\/]h5[\\/]pages[\\/]/.test(test.path)
    return super
      .sort(tests)
      .sort((one, other) => rank(one) - rank(other) || Number(isRoom(other)) - Number(isRoom(one)))
  }
}
