import type { Filled } from './fill.ts'
import type { Measured } from './load.ts'

/** One workload at one size, with or without time to think. `firstMs`: what one question costs when it is asked for the first time. */
export type Row = Measured & { readonly initiatives: number; readonly name: string; readonly thinkMs: number; /** Milliseconds of processor time of server and database for each answer. */ readonly processor: number; readonly firstMs?: number }
export type Sheet = { readonly users: number; readonly seconds: number; readonly database: string; /** Processes that wanted the processor, on average over a minute, before each size: other people's work. */ readonly waiting: readonly number[]; readonly settings: readonly string[]; readonly filled: readonly Filled[]; readonly rows: readonly Row[]; readonly builtIn: readonly Row[] }

const targetMs = 150
const whole = (value: number): string => new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 }).format(value)
const ms = (value: number): string => (value < 9.5 ? value.toFixed(1) : whole(value))

/** The page of the benchmark, from one run. */
export function page({ users, seconds, database, waiting, settings, filled, rows, builtIn }: Sheet): string {
  return `# A hundred thousand initiatives

Written by \`node bench/scale/run.ts\`: a made-up organisation is filled by SQL, the real server runs in a process of its own, and ${users} people ask at once over HTTP, compressed as a browser asks. The server, its database and the load generator share two cores, other work runs beside them (${waiting.map((load) => load.toFixed(0)).join(', ')} processes wanted those cores before the sizes were measured), and every figure is from one run of ${seconds} seconds for each line. Trust the ratios more than the milliseconds.

${database}, ${settings.join(', ')}; fsync and synchronous_commit as they come. One server process with ten connections.

| initiatives | yearly lines | past states | revisions | reports | contributions | units |
|---:|---:|---:|---:|---:|---:|---:|
${filled.map((one) => `| ${[one.initiatives, one.yearLines, one.pastStates, one.revisions, one.reports, one.contributions, one.units].map(whole).join(' | ')} |`).join('\n')}

A list is a window of 200 rows that is filtered by two conditions, sorted and grouped, one in three far from its beginning, one in five searched by a word. “Every window new” means that no window is asked for twice; the server cuts each of them in the columns that it holds in memory ([decision 22](../decisions/0022-initiatives-in-columns.md)). “First” is what one person waits who asks before the columns are there, on average over the instants of the line. “While one user writes every second”: after each write the columns are brought up to it, within the next question. Ten years back, each question names an instant of the tenth year before the last; where “every instant” is new, no instant is asked for twice either. The cockpit is kept in the database from the first time that it is asked for until the next act; windows and what changed between two instants are kept in the memory of the server, where answers find them that are asked for again. “Processor” is what server and database together used of the two cores for each answer: it says what an answer costs, however busy the machine is.

## Twenty people who think for a second

${table(rows.filter(({ thinkMs }) => thinkMs > 0))}

## Twenty people who do not think

Each asks again as soon as the answer is there: what it takes at most, rather than what people do.

${table(rows.filter(({ thinkMs }) => thinkMs === 0))}

## The built-in database, 10,000 initiatives

As \`npm start\` sets it up, with the settings that PostgreSQL comes with.

${builtIn.length === 0 ? 'Not part of this run.' : table(builtIn)}

## Where it stands against its target

The target is a 95th percentile below ${targetMs} ms for every line.

${missed(rows)}
`
}

const table = (rows: readonly Row[]): string => `| initiatives | what is asked | p50 ms | p95 ms | p99 ms | answers a second | processor, ms | first, ms |
|---:|---|---:|---:|---:|---:|---:|---:|
${rows.map((row) => `| ${whole(row.initiatives)} | ${row.name}${row.p95 < targetMs ? '' : ' ✗'} | ${ms(row.p50)} | ${ms(row.p95)} | ${ms(row.p99)} | ${whole(row.perSecond)} | ${ms(row.processor)} | ${row.firstMs === undefined ? '' : ms(row.firstMs)} |`).join('\n')}`

function missed(rows: readonly Row[]): string {
  const over = rows.filter(({ p95 }) => p95 >= targetMs)
  if (over.length === 0) return 'Every line keeps it.'
  return `${rows.length - over.length} of ${rows.length} lines keep it. Over it:\n\n${over.map((row) => `- ${whole(row.initiatives)} initiatives, ${row.name}, ${row.thinkMs === 0 ? 'without thinking' : 'with a second to think'}: ${ms(row.p95)} ms.`).join('\n')}`
}
