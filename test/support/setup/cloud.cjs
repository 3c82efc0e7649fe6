module.exports = require('./build.cjs').build('cloud')
