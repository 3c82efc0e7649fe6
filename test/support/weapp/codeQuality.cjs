/**
 * Run by codeQuality.ts in a process of its own: WeChat's quality check of the mini-program in argv[2], signed with the
 * key in argv[3]. Prints `{checks, contacted}` on the last line. No connection is let through.
 */
const net = require('node:net')
const dns = require('node:dns')

const contacted = []
const refuse = (what) => {
  contacted.push(String(what))
  throw new Error(`The quality check wanted to reach ${what}.`)
}
dns.lookup = (host) => refuse(host)
net.Socket.prototype.connect = function connect(...args) {
  return refuse(JSON.stringify(args[0]?.[0] ?? args[0]))
}

const ci = require('miniprogram-ci')

const [, , projectPath, privateKeyPath] = process.argv
const project = new ci.Project({
  appid: 'wx0123456789abcdef',
  type: 'miniProgram',
  projectPath,
  privateKeyPath,
  ignores: [],
})
ci.checkCodeQuality(project).then(
  (checks) => {
    process.stdout.write(`\n${JSON.stringify({ checks, contacted })}\n`, () => process.exit(0))
  },
  (error) => {
    process.stderr.write(`${error?.stack ?? error}\n`, () => process.exit(1))
  },
)
