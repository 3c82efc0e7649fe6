module.exports = require('./build.cjs').build('cloud', 'h5', 'weapp')
