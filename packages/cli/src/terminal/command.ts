import type { Caller } from './call.ts'
import type { Print } from './print.ts'

/** An option of a command: `--budget 100bn`. Without `takes` it is a switch. */
export type Option = { readonly about: string; readonly takes?: string; readonly many?: boolean }
export type Options = Readonly<Record<string, Option>>

/** What was typed: words after the command, and its options as text. */
export type Typed = {
  readonly words: readonly string[]
  readonly one: (option: string) => string | undefined
  readonly many: (option: string) => readonly string[]
  readonly on: (option: string) => boolean
}

export type Context = { readonly env: NodeJS.ProcessEnv; readonly call: Caller; readonly print: Print; readonly readFile: (path: string) => Promise<Uint8Array>; readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void> }

/** One command of the terminal: the room's word, then what it does. */
export type Command = {
  readonly name: string
  /** Words that follow, for the help text: `<initiative>`. */
  readonly usage?: string
  readonly summary: string
  readonly options?: Options
  readonly run: (typed: Typed, context: Context) => Promise<void>
}

/** The words or options do not fit the command; shown with its usage, exit code 64. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The nth word, or a usage error that names what is missing. */
export function wordAt(typed: Typed, index: number, what: string): string {
  const word = typed.words[index]
  if (word === undefined) throw new UsageError(`Found no ${what}; expected one.`)
  return word
}

/** An option that must be there. */
export function required(typed: Typed, option: string): string {
  const value = typed.one(option)
  if (value === undefined) throw new UsageError(`Found no --${option}; expected one.`)
  return value
}

/** An option that counts something, or undefined where it is not given. */
export function countOf(typed: Typed, option: string): number | undefined {
  const text = typed.one(option)
  if (text === undefined || /^\d{1,9}$/.test(text)) return text === undefined ? undefined : Number(text)
  throw new UsageError(`Found --${option} ${text}; expected a whole number.`)
}
