import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keepingCompiled } from '../host/own-node.mjs'
import { root } from '../host/places.mjs'
import { failuresOf } from './failures.mjs'
import { summaryLine, tallyOf } from './tally.mjs'

/**
 * Runs one part, prints one line for it, and what it said where it failed.
 * @param {import('./parts.mjs').Part} part
 * @param {string} node the project's Node
 * @param {string} scratch an empty folder for reports
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runPart(part, node, scratch) {
  const began = Date.now()
  const reportFile = join(scratch, `${part.name}.json`)
  const report = part.counts === 'vitest' ? ['--reporter=dot', '--reporter=json', `--outputFile.json=${reportFile}`] : []
  const { exitCode, output } = await run(node, [...part.args, ...report], keepingCompiled(withoutVariables(part.drops ?? [])))
  const found = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : undefined
  const tally = tallyOf(part.counts, { exitCode, output, report: found })
  const failures = found ? failuresOf(found, root) : []
  if (failures.length > 0) console.log(failures.join('\n\n'))
  else if (tally.failed > 0) console.log(output.trimEnd())
  const seconds = `${((Date.now() - began) / 1000).toFixed(1)} s`
  console.log(`${tally.failed > 0 ? 'FAILED' : 'ok    '}  ${part.says.padEnd(32)} ${summaryLine(tally).padEnd(24)} ${seconds.padStart(8)}`)
  return tally
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ exitCode: number, output: string }>}
 */
function run(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    /** @type {Buffer[]} */
    const chunks = []
    const keep = (/** @type {Buffer} */ chunk) => void chunks.push(chunk)
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => chunks.push(Buffer.from(error.message)))
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }))
    process.once('SIGINT', () => child.kill('SIGINT'))
    process.once('SIGTERM', () => child.kill('SIGTERM'))
  })
}

/** @param {readonly string[]} names */
function withoutVariables(names) {
  return Object.fromEntries(Object.entries({ ...process.env, NODE_ENV: 'test' }).filter(([name]) => !names.includes(name)))
}
