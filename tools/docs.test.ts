import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rooms } from '@throughline/contract/rooms'
import type { Route } from '@throughline/contract/wire'
import { describe, expect, it } from 'vitest'
import { commands } from '../packages/cli/src/main.ts'
import { findCommand, leadingWords, readTyped } from '../packages/cli/src/terminal/args.ts'
import { root } from './host/places.mjs'

// What the documents promise of the command line and of the wire, held against both. Links are followed by tools/tidy.

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const guide = readdirSync(join(root, 'docs/guide')).filter((name) => name.endsWith('.md')).map((name) => `docs/guide/${name}`)
const documents = [...guide, 'README.md', 'ARCHITECTURE.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'docs/README.md']

/** Commands as a document shows them: `throughline …` in a span of code, or after the prompt of a block. */
const shown = (text: string): readonly string[] => [...text.matchAll(/^ {4}\$ throughline (.+)$|`throughline ([^`\n]+)`/gm)].map((match) => match[1] ?? match[2] ?? '').filter((line) => line !== 'help' && !line.startsWith('…'))

/** `add "Harbour lights" --cost 4.2m` → the words a shell would pass. */
const argvOf = (line: string): readonly string[] => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '')

/** What is wrong with a command line, or undefined. */
function wrong(line: string): string | undefined {
  const argv = argvOf(line)
  const command = findCommand(commands, leadingWords(argv))
  if (!command) return `no such command: ${line}`
  try {
    const { words } = readTyped(command, argv)
    return words.length > 0 && command.usage === undefined ? `${command.name} takes no words: ${line}` : undefined
  } catch (error) {
    return String(error)
  }
}

describe('commands', () => {
  it.each(guide)('every command of %s exists, with its options', (path) => {
    expect(shown(read(path)).flatMap((line) => wrong(line) ?? [])).toEqual([])
  })

  it('are all in the guide', () => {
    const told = new Set(shown(read('docs/guide/command-line.md')).map((line) => findCommand(commands, leadingWords(argvOf(line)))?.name))
    expect(commands.map(({ name }) => name).filter((name) => !told.has(name))).toEqual([])
  })

  it('that do not exist would be found', () => {
    expect([wrong('frobnicate'), wrong('value --sideways'), wrong('strategy meazures')].every((words) => words !== undefined)).toBe(true)
  })
})

/** The addresses made from the contract, which are not routes of it. */
const pages = ['/api/reference', '/api/openapi.json']
const routes: readonly Route[] = rooms.flatMap((room) => Object.values<Route>(room.routes))
const matcher = ({ path }: Route): RegExp => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`)

/** Addresses below /api that a document names, with the method where it stands before: `PATCH /api/demand/initiatives/:id`. */
const named = (text: string): readonly { readonly method: string | undefined; readonly path: string }[] =>
  [...text.matchAll(/(?:\b(GET|POST|PUT|PATCH|DELETE) )?(?:https?:\/\/[\w.:]+)?(\/api\/[\w/:.-]*[\w])/g)].map((match) => ({ method: match[1], path: match[2] ?? '' }))

const exists = ({ method, path }: { readonly method: string | undefined; readonly path: string }): boolean =>
  pages.includes(path) || routes.some((route) => (method === undefined || route.method === method) && matcher(route).test(path))

describe('addresses', () => {
  it.each(documents)('every address of %s is in the contract', (path) => {
    expect(named(read(path)).filter((address) => !exists(address))).toEqual([])
  })

  it('beside the contract are served', () => {
    const served = read('packages/server/src/http/pages/index.ts')
    expect(pages.filter((path) => !served.includes(`'${path}'`))).toEqual([])
  })

  it('that do not exist would be found', () => {
    expect(named('`PUT /api/value` and `/api/nothing/here`').filter(exists)).toEqual([])
    expect(named('GET /api/value, http://127.0.0.1:4280/api/governance/jobs/01a1-2b').every(exists)).toBe(true)
  })
})
