import type { Measured } from './client.ts'

export type Row = Measured & { readonly name: string; readonly connections: number; readonly memory: number }
export type Sheet = { readonly seconds: number; /** How many people the connections belong to, in turn. */ readonly people: number; readonly rows: readonly Row[]; /** Processes that wanted the processor, on average of the minute before the first line and of that of the last. */ readonly waiting: number }

const number = new Intl.NumberFormat('en')
const ms = (value: number): string => number.format(Math.round(value))

/** The page of a run. */
export function page({ seconds, people, rows, waiting }: Sheet): string {
  return `# Under load

Written by \`node bench/load/run.ts ${seconds}\`: an organisation of a thousand initiatives on the built-in database, one server process as \`npm start\` runs it, and beside it, on the same database and in the same run, a bare server: the same framework, the same driver with ten connections, one prepared query whose JSON PostgreSQL makes, and no session, rights, validation, compression or log. Each line is one burst of ${seconds} seconds; every connection asks again as soon as it has its answer, or a second later where it was turned away. The connections belong to ${people} people in turn. Servers, database and the caller share two cores; on average ${waiting.toFixed(0)} processes wanted them before the first line and at the last. Trust what the lines say of each other, not the figures themselves.

| connections | what is asked | answers a second | p50 ms | p99 ms | turned away | broken | memory MB |
|---:|---|---:|---:|---:|---:|---:|---:|
${rows.map((row) => `| ${number.format(row.connections)} | ${row.name} | ${ms(row.perSecond)} | ${ms(row.p50)} | ${ms(row.p99)} | ${number.format(row.turnedAway)} | ${row.other} | ${ms(row.memory)} |`).join('\n')}

“Turned away” is the answer 503 with Retry-After, given before anything is read or asked of the database. p50 and p99 are of the requests that were answered.

## When there is too much

A server process takes ${number.format(256)} requests at a time (\`THROUGHLINE_MOST_REQUESTS\`); streams of live updates are not counted. What comes beyond is turned away at once as \`overloaded\`. So is what comes while the process is more than two seconds behind with its own work (\`THROUGHLINE_MOST_DELAY_MS\`) and sixteen requests or more are in it, and what would bring the bodies at work above 512 MB. \`/healthz\` always answers. Waiting in line would cost memory for each request and help nobody: a request that has waited that long has mostly been given up by whoever sent it.
One account has at most half of these places at a time. An hour of reading and writing, with memory by the minute: [an hour of work](soak.md).
`
}
