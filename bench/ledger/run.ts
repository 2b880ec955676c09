import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { balanceAt, coursesOf, replay, replayColumns, viewOf, type Book } from '@throughline/engine/value'
import { random } from '@throughline/engine/kernel'
import { madeEntries } from './made.ts'
import { bestSeconds } from '../processor.ts'

/**
 * Measures the replay of the ledger against a bare sum over the same postings in the same run, and balances as of any instant, and writes
 * docs/benchmarks/ledger.md:
 *   node bench/ledger/run.ts [postings in columns] [postings in entries]
 */
const inColumns = Number(process.argv[2] ?? 5_000_000)
const inEntries = Number(process.argv[3] ?? 1_000_000)
const repeats = 3

const millions = (rate: number): string => (rate / 1e6).toFixed(rate < 1e6 ? 2 : 1)
const shown = (count: number): string => count.toLocaleString('en')

const seconds = (work: () => unknown): number => bestSeconds(repeats, work)

type Row = { readonly name: string; readonly postings: number; readonly seconds: number; readonly bare: number }
const rows: Row[] = []

const large = madeEntries(inColumns, 1)
const { columns } = large
const bareSum = (): bigint => columns.amounts.reduce((sum, amount) => sum + amount, 0n)
if (bareSum() !== 0n || replayColumns(columns, large.accounts.length).reduce((sum, balance) => sum + balance, 0n) !== 0n) throw new Error('the made entries do not balance')
rows.push({ name: `into balances of ${shown(large.accounts.length)} accounts, from columns`, postings: large.postings, seconds: seconds(() => replayColumns(columns, large.accounts.length)), bare: seconds(bareSum) })

const small = madeEntries(inEntries, 2)
const bareEntries = (): bigint => small.entries.reduce((sum, { postings }) => postings.reduce((part, { amount }) => part + amount, sum), 0n)
const barely = seconds(bareEntries)
let book: Book | undefined
const full = seconds(() => (book = replay(small.entries)))
rows.push({ name: `into the whole book (balances, claims, claimants, what is measured and closed), each entry checked, ${shown(small.accounts.length)} accounts`, postings: small.postings, seconds: full, bare: barely })
let courses: ReturnType<typeof coursesOf> | undefined
rows.push({ name: 'into the course of every account, for balances as of any instant', postings: small.postings, seconds: seconds(() => (courses = coursesOf(small.entries))), bare: barely })

if (!book || !courses) throw new Error('nothing was replayed')
const [view, asked] = [viewOf(book), random(3)]
for (const account of small.accounts.slice(0, 1000)) if (view.balance(account) !== balanceAt(courses, account, '9999')) throw new Error('the book and the courses differ')
const known = courses
const times = Array.from({ length: 20_000 }, () => {
  const account = small.accounts[asked.below(small.accounts.length)]
  const instant = small.entries[asked.below(small.entries.length)]?.recordedAt ?? ''
  if (!account) throw new Error('there are no accounts')
  const from = performance.now()
  balanceAt(known, account, instant)
  return (performance.now() - from) * 1000
}).sort((a, b) => a - b)
const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(1)

const out = new URL('../../docs/benchmarks/', import.meta.url)
mkdirSync(out, { recursive: true })
const [load = 0] = loadavg()
const file = new URL('ledger.md', out)
// What other measurements have written stays.
const further = existsSync(file) ? (/\n## (In PostgreSQL|What an explanation costs|What the pages of value read)[\s\S]*$/.exec(readFileSync(file, 'utf8'))?.[0] ?? '') : ''
writeFileSync(file, `# The value ledger, replayed

Claims on 2,000 measures by 10,000 benefits over 120 periods, made by chance from a seed, four postings each. Written by \`node bench/ledger/run.ts\`; run it again rather than
editing. Seconds are those of the processor, the best of ${repeats}; the bare sum adds the amounts of the same postings in the same run and does nothing else.
The machine has ${availableParallelism()} processors; its load at the end was ${load.toFixed(1)}.

| replay | postings | seconds | million postings a second | bare sum, seconds | times the bare sum |
|---|---|---|---|---|---|
${rows.map(({ name, postings, seconds: took, bare }) => `| ${name} | ${shown(postings)} | ${took.toFixed(2)} | ${millions(postings / took)} | ${bare.toFixed(2)} | ${(took / bare).toFixed(1)} |`).join('\n')}

A balance as of an instant, from the courses, for accounts and instants taken by chance: half within ${at(0.5)} µs, 95 of 100 within ${at(0.95)} µs, 99 within ${at(0.99)} µs.

The second row is the full replay of the engine: every entry is checked to balance and to come after the one before it, and everything that acts are judged by is there in the end; it is so many times the sum because it does so much more than add. The first row is the part of it that a bare sum can be held against: the same additions, each to its own account instead of to one number.

This is the engine alone: reading the postings out of a database comes on top.
${further}`)
console.log(rows, at(0.95))
