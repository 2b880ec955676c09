import { parseArgs } from 'node:util'
import { UsageError, type Command, type Options, type Typed } from './command.ts'

/** Options that every command takes. */
export const commonOptions: Options = {
  url: { about: 'Address of the server; THROUGHLINE_URL, else the one signed in to', takes: 'address' },
  token: { about: 'API token; THROUGHLINE_TOKEN, else the one kept by `sign-in`', takes: 'token' },
  json: { about: 'Answer in JSON' },
  help: { about: 'Show how the command is used' },
}

/** The command that the words begin with, longest name first. */
export function findCommand(commands: readonly Command[], words: readonly string[]): Command | undefined {
  const text = words.join(' ')
  return [...commands].sort((a, b) => b.name.length - a.name.length).find(({ name }) => text === name || text.startsWith(`${name} `))
}

/** Reads the words and options that follow a command's name. */
export function readTyped(command: Command, argv: readonly string[]): Typed {
  const known = { ...commonOptions, ...command.options }
  const options = Object.fromEntries(Object.entries(known).map(([name, { takes, many }]) => [name, { type: takes ? ('string' as const) : ('boolean' as const), multiple: many ?? false }]))
  const { positionals, ...found } = parsed(command, argv, options)
  const values: Readonly<Record<string, unknown>> = found.values
  const listed = (name: string): readonly string[] => [values[name] ?? []].flat().filter((value) => typeof value === 'string')
  return { words: positionals.slice(command.name.split(' ').length), one: (name) => listed(name).at(-1), many: listed, on: (name) => values[name] === true }
}

function parsed(command: Command, argv: readonly string[], options: NonNullable<Parameters<typeof parseArgs>[0]>['options']) {
  try {
    return parseArgs({ args: withValues(argv, options ?? {}), options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(`${command.name}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Joins an option and a value that begins with a minus, which a person may well type: `--sort -cost` → `--sort=-cost`. */
function withValues(argv: readonly string[], options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>): string[] {
  const joined: string[] = []
  for (let at = 0; at < argv.length; at++) {
    const [arg = '', next] = [argv[at], argv[at + 1]]
    const takes = arg.startsWith('--') && options[arg.slice(2)]?.type === 'string'
    if (takes && next !== undefined && /^-[^-]/.test(next)) joined.push(`${arg}=${argv[++at]}`)
    else joined.push(arg)
  }
  return joined
}

/** The words among the arguments, options and their values left out, as far as they can be told without knowing the command. */
export function leadingWords(argv: readonly string[]): readonly string[] {
  const end = argv.findIndex((arg) => arg.startsWith('-'))
  return end < 0 ? argv : argv.slice(0, end)
}

export function usageLines(command: Command): readonly string[] {
  const options = Object.entries({ ...command.options, ...commonOptions })
  const width = Math.max(...options.map(([name, { takes }]) => `--${name}${takes ? ` <${takes}>` : ''}`.length))
  return [
    `throughline ${command.name}${command.usage ? ` ${command.usage}` : ''}`,
    `  ${command.summary}`,
    '',
    ...options.map(([name, { takes, about, many }]) => `  ${`--${name}${takes ? ` <${takes}>` : ''}`.padEnd(width)}  ${about}${many ? ' (may be given several times)' : ''}`),
  ]
}

export function helpLines(commands: readonly Command[]): readonly string[] {
  const width = Math.max(...commands.map(({ name, usage }) => `${name} ${usage ?? ''}`.trim().length))
  return ['Throughline: one line of sight from strategy to proven value.', '', ...commands.map(({ name, usage, summary }) => `  ${`${name} ${usage ?? ''}`.trim().padEnd(width)}  ${summary}`), '', 'Add --help to a command for its options, --json for an answer that programs can read.']
}
