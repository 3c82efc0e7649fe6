import { startLocalCloud } from '#local/cloud'

// A local cloud in a process of its own, to be killed: node --import tsx process.ts <dataDir> <functionsDir>
const [dataDir, functionsDir] = process.argv.slice(2) as [string, string]

startLocalCloud({ dataDir, functionsDir, port: 0, manifest: { things: { indexes: [] } } }).then(
  (cloud) => console.log(cloud.adminUrl),
  (error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  },
)
