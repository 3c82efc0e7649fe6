import { resolve } from 'node:path'
import { startHouse } from '#local/house'
import { compiled } from '#support/compiled'

// The product on a data folder in a process of its own, to be starved or killed:
// node --import tsx houseProcess.ts <dataDir>
const [dataDir = ''] = process.argv.slice(2)

startHouse({
  dataDir,
  functionsDir: resolve('dist/cloudfunctions'),
  port: 0,
  timers: false,
  workers: 1,
  ...compiled,
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
