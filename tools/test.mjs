// `npm test`: every check of the repository, or the parts named as arguments. The last line is `N passed, N failed`.
import { rmSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureInstalled } from './host/install.mjs'
import { requireNode } from './host/node-version.mjs'
import { projectNode } from './host/own-node.mjs'
import { ensureWebBuilt } from './host/web-build.mjs'
import { chooseParts } from './suite/parts.mjs'
import { runPart } from './suite/run.mjs'
import { addTallies, summaryLine } from './suite/tally.mjs'

requireNode()
const parts = chooseParts(process.argv.slice(2), process.env)
if ('message' in parts) {
  console.error(parts.message)
  process.exit(2)
}
ensureInstalled({ dev: true })
const node = projectNode()
const scratch = mkdtempSync(join(tmpdir(), 'throughline-test-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))

const tallies = []
for (const part of parts.chosen) {
  if (part.needsWeb) ensureWebBuilt(node)
  tallies.push(await runPart(part, node, scratch))
}
const total = addTallies(tallies)
console.log(summaryLine(total))
process.exitCode = total.failed === 0 ? 0 : 1
