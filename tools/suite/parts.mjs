/**
 * One part of the suite: a command of the project's Node, and how its result is counted.
 * `vitest` parts count their tests, `rules` parts count the lines `ok` and `not ok` they print, `whole` parts count as one.
 * @typedef {{ name: string, says: string, args: readonly string[], counts: 'vitest' | 'rules' | 'whole', needsWeb?: boolean,
 *   drops?: readonly string[] }} Part
 */

const vitest = (/** @type {string} */ project) => ['node_modules/vitest/vitest.mjs', 'run', '--project', project]

/** Names the PostgreSQL on which the store tests run a second time; without it they run on the embedded one alone. */
export const serverVariable = 'THROUGHLINE_TEST_DATABASE_URL'

/** @type {Readonly<Record<string, Part>>} */
const parts = {
  types: { name: 'types', says: 'types (tsc)', args: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'], counts: 'whole' },
  lint: { name: 'lint', says: 'lint (oxlint)', args: ['node_modules/oxlint/bin/oxlint', '--quiet'], counts: 'whole' },
  tidy: { name: 'tidy', says: 'house rules (tidy)', args: ['tools/tidy/main.ts'], counts: 'rules' },
  licences: { name: 'licences', says: 'licences of what is installed', args: ['tools/licences.ts'], counts: 'rules' },
  unit: { name: 'unit', says: 'rules, laws and scenarios', args: vitest('unit'), counts: 'vitest' },
  store: { name: 'store', says: 'store, embedded PostgreSQL', args: vitest('store'), counts: 'vitest', drops: [serverVariable] },
  server: { name: 'server', says: 'store, PostgreSQL server', args: vitest('store'), counts: 'vitest' },
  browser: { name: 'browser', says: 'stories in the browser', args: vitest('browser'), counts: 'vitest', needsWeb: true, drops: [serverVariable] },
}

const everything = ['types', 'lint', 'tidy', 'licences', 'unit', 'store', 'browser']
const groups = /** @type {Readonly<Record<string, readonly string[]>>} */ ({
  all: everything,
  check: ['types', 'lint', 'tidy', 'unit'],
  tidy: ['tidy', 'licences'],
})

/**
 * The parts that the arguments ask for, each once and in the order of the suite; all of them where none is named.
 * The store tests run a second time where the environment names a PostgreSQL of one's own.
 * @param {readonly string[]} names
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {{ chosen: readonly Part[] } | { message: string }}
 */
export function chooseParts(names, environment) {
  const known = [...everything, ...Object.keys(groups)]
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) return { message: `There is no part "${unknown}". The parts are: ${[...new Set(known)].join(', ')}.` }
  const asked = new Set((names.length === 0 ? ['all'] : names).flatMap((name) => groups[name] ?? [name]))
  if (asked.has('store') && environment[serverVariable]) asked.add('server')
  return { chosen: Object.values(parts).filter((part) => asked.has(part.name)) }
}
