const { default: Sequencer } = require('@jest/test-sequencer')

/** The suites by how long their files take. */
const order = ['h5', 'weapp', 'way', 'cloud', 'unit']

/**
 * Begins with the suites whose files take longest, so that none of them is left over at the end; within one as Jest
 * does, by time and at first by size. The rooms of pages come first: their files are short and what they do is long.
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
