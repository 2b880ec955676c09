import { readConfig, StartProblem } from '../../packages/server/src/config/index.ts'
import { checkDatabase, checkFolder, checkPort } from './checks.ts'
import { findingLine, type Finding } from './finding.mjs'

// The part of `npm run doctor` that reads the server's own configuration; runs on the project's Node.
const findings = await look()
for (const finding of findings) console.log(findingLine(finding))
process.exitCode = findings.every(({ ok }) => ok) ? 0 : 1

async function look(): Promise<readonly Finding[]> {
  try {
    const config = readConfig(process.env)
    const folder = config.databaseUrl === undefined ? checkFolder(config.dataFolder) : []
    return [...folder, await checkPort(config.host, config.port), await checkDatabase(config.databaseUrl)]
  } catch (error) {
    if (error instanceof StartProblem) return [{ ok: false, about: 'Configuration', found: error.message }]
    throw error
  }
}
