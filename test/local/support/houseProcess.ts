import { resolve } from 'node:path'
import { startHouse } from '#local/house'

// The product on a data folder in a process of its own, to be starved or killed. It keeps no compiled code, which
// is larger than the files that a starved one may write:
// node --import tsx houseProcess.ts <dataDir>
const [dataDir = ''] = process.argv.slice(2)

startHouse({
  dataDir,
  functionsDir: resolve('dist/cloudfunctions'),
  port: 0,
  timers: false,
  workers: 1,
}).then(
  (cloud) => {
    process.on('SIGTERM', () => cloud.close().then(() => process.exit(0)))
    console.log(cloud.url)
  },
  (error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  },
)
