import { flushCompileCache } from 'node:module'
import { messageOf, readConfig, StartProblem, exitCodes } from './config/index.ts'
import { openFirstRun } from './open-browser.ts'
import { createServer } from './server.ts'

/** `npm start`: one server in this process, until it is told to end. A second signal ends it at once. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  console.log(config.databaseUrl ? 'Database: the PostgreSQL named by DATABASE_URL' : `Data folder: ${config.dataFolder} (THROUGHLINE_DATA_DIR names another)`)
  const starting = createServer(config)
  let ending = false
  const end = (signal: NodeJS.Signals) => {
    if (ending) process.exit(signal === 'SIGINT' ? 130 : 143)
    ending = true
    void starting
      .then((server) => {
        console.log('Throughline is stopping; once more to stop at once.')
        return server.stop()
      })
      .then(() => process.exit(0), fail)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end)
  const { url, database } = await starting
  console.log(`Database: ${database}`)
  console.log(`Throughline is ready at ${url}`)
  // Kept now, because who is killed keeps nothing.
  flushCompileCache()
  await openFirstRun(url, process.env, process.stdout.isTTY)
}

function fail(error: unknown): never {
  if (error instanceof StartProblem) {
    console.error(`\n${error.message}\n`)
    process.exit(error.exitCode)
  }
  console.error(`Throughline ended by a fault of its own: ${error instanceof Error ? error.stack : messageOf(error)}`)
  process.exit(exitCodes.broken)
}

main().catch(fail)
