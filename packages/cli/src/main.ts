import { readFile, writeFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { problems } from '@throughline/contract/rooms'
import { StartProblem } from '@throughline/server/config'
import { backupCommands } from './backup/index.ts'
import { capacityCommands } from './capacity/index.ts'
import { deliveryCommands } from './delivery/index.ts'
import { demandCommands } from './demand/index.ts'
import { governanceCommands } from './governance/index.ts'
import { peopleCommands } from './people/index.ts'
import { portfolioCommands } from './portfolio/index.ts'
import { strategyCommands } from './strategy/index.ts'
import { findCommand, helpLines, leadingWords, readTyped, usageLines } from './terminal/args.ts'
import { callerFor, Refused } from './terminal/call.ts'
import { UsageError, type Command } from './terminal/command.ts'
import { readKept } from './terminal/keep.ts'
import { printer } from './terminal/print.ts'
import { valueCommands } from './value/index.ts'

/** Every command in house order. */
export const commands: readonly Command[] = [...peopleCommands, ...strategyCommands, ...demandCommands, ...capacityCommands, ...deliveryCommands, ...portfolioCommands, ...valueCommands, ...governanceCommands, ...backupCommands]

export type Surroundings = { readonly argv: readonly string[]; readonly env: NodeJS.ProcessEnv; readonly out: (text: string) => void; readonly err: (text: string) => void }

/** Runs one command and gives the exit code: 0, 64 for wrong usage, or the code of the refusal (sysexits). */
export async function run({ argv, env, out, err }: Surroundings): Promise<number> {
  const words = leadingWords(argv)
  const command = findCommand(commands, words)
  if (!command) {
    const asked = argv.length === 0 || argv.includes('--help') || words[0] === 'help'
    ;(asked ? out : err)(`${(asked ? helpLines(commands) : [`Found no command ${words.join(' ') || argv[0]}; expected one of those below.`, '', ...helpLines(commands)]).join('\n')}\n`)
    return asked ? 0 : 64
  }
  try {
    const typed = readTyped(command, argv)
    if (typed.on('help')) {
      out(`${usageLines(command).join('\n')}\n`)
      return 0
    }
    const kept = await readKept(env)
    const url = typed.one('url') ?? env['THROUGHLINE_URL'] ?? kept?.url ?? 'http://127.0.0.1:4280'
    const token = typed.one('token') ?? env['THROUGHLINE_TOKEN'] ?? (kept?.url === url ? kept.token : undefined)
    await command.run(typed, { env, call: callerFor({ url, ...(token ? { token } : {}) }), print: printer(typed.on('json'), out, err), readFile: (path) => (path === '-' ? buffer(process.stdin) : readFile(path)), writeFile: (path, bytes) => writeFile(path, bytes) })
    return 0
  } catch (error) {
    return explainFailure(error, command, err)
  }
}

function explainFailure(error: unknown, command: Command, err: (text: string) => void): number {
  if (error instanceof UsageError) {
    err(`${error.message}\n\n${usageLines(command).join('\n')}\n`)
    return 64
  }
  if (error instanceof Refused) {
    const { title, detail, code, issues } = error.problem
    err(`${[`${title}: ${detail}`, ...(issues ?? []).map(({ path, found, expected }) => `  ${path}: found ${JSON.stringify(found)}, expected ${expected}`), `(${code})`].join('\n')}\n`)
    return problems[code]?.exit ?? (error.problem.status >= 500 ? 69 : 1)
  }
  if (error instanceof StartProblem) {
    err(`${error.message}\n`)
    return error.exitCode
  }
  if (error instanceof Error && 'code' in error && 'path' in error) {
    err(`${error.message}\n`)
    return 66
  }
  throw error
}

if (import.meta.main)
  process.exitCode = await run({ argv: process.argv.slice(2), env: process.env, out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) })
