import type { Kill, Trial } from '@throughline/testkit/faults'

const number = new Intl.NumberFormat('en')
const seconds = (ms: number): string => (ms / 1_000).toFixed(1)

/** The page of a run: what was killed, what was found, how long it took until work went on. */
export function page(trials: readonly Trial[], { rowsOfAList, waiting, asked, minutes }: { readonly rowsOfAList: number; readonly waiting: number; readonly asked: number; readonly minutes: number }): string {
  return `# Killed at random moments

Written by \`node bench/faults/run.ts\`. The real server runs in a process of its own while seven callers write over HTTP without a pause: two add initiatives, one changes an initiative by its version, two change ten initiatives in one act, one asks for selections (jobs in a thread), one imports a list of ${number.format(rowsOfAList)} rows again and again${rowsOfAList > 5_000 ? ', which is read and applied by jobs' : ''}. At a random moment something is ended by \`kill -9\`. When five more writes have been acknowledged, the database is read behind the server's back, as its owner.

On the built-in database one process answers and works; it is begun again when it was killed, and it begins PostgreSQL again. On a PostgreSQL of the machine's own, one process answers and another works through the jobs. Both databases run with \`fsync\`, \`full_page_writes\` and \`synchronous_commit\` on. Both are tried at once, and share two cores with each other and with the work of other people: over the last quarter of an hour ${waiting.toFixed(0)} processes wanted those cores, on average. The times say how long it took there, not how long it takes.${trials.some(({ kills }) => kills.length < asked) ? ` ${asked} kills of each were asked for; the ${minutes} minutes that the run was given were over before.` : ''}

${trials.map(sheet).join('\n')}
## What is looked for

After every kill, in one snapshot:

- every initiative whose creation was acknowledged, and every version that was acknowledged, is there;
- nothing of which the server said that nothing was changed was done all the same;
- each row has as many revisions as its version says, and as many past states less one; no revision is without its row;
- an act on ten rows has reached all ten or none; a list is imported whole or not at all;
- no revision is dated after the clock of the acts, which survives the kill as well;
- a job that ended says how: a result, or a problem with its code.

An act whose answer never came is looked up by the caller: it was done whole, or not at all. At the end every job that was promised has ended, and every index is compared with its table (\`amcheck\`).

What this does not show: a kill of a process is no power cut. What the operating system had taken, it still has. What is promised at a power cut, and how it is tried, stands in [what is kept](../guide/what-is-kept.md).
`
}

function sheet({ name, seed, kills, faults, counts, jobs, damaged }: Trial): string {
  return `## ${name.charAt(0).toUpperCase()}${name.slice(1)}

| killed | times | median s until five more writes | longest s |
|---|---:|---:|---:|
${[...Map.groupBy(kills, ({ of }) => of)].toSorted(([one], [other]) => one.localeCompare(other)).map(([of, all]) => `| ${of} | ${all.length} | ${seconds(median(all))} | ${seconds(Math.max(...all.map(({ backMs }) => backMs)))} |`).join('\n')}
| together | ${kills.length} | ${seconds(median(kills))} | ${seconds(Math.max(...kills.map(({ backMs }) => backMs)))} |

| | |
|---|---:|
| writes acknowledged | ${number.format(counts.acknowledged)} |
| lists imported whole | ${number.format(counts.imports)} |
| answered “nothing was changed” | ${number.format(counts.refused)} |
| without an answer, mostly because nobody listened yet | ${number.format(counts.uncertain)} |
| of these that can be looked up, done whole all the same | ${number.format(counts.uncertainDone)} |
| **lost, half-applied or wrongly answered** | **${faults.length}** |
| damaged indexes | ${damaged === undefined ? 'not looked at: no amcheck' : damaged.length} |
| jobs promised and ended | ${number.format(Object.values(jobs.ended).reduce((sum, n) => sum + n, 0))} |
| … that another worker took over and finished | ${jobs.takenOver} |
${Object.entries(jobs.ended).map(([how, n]) => `| … ${how} | ${number.format(n)} |`).join('\n')}
| jobs promised and lost, or still open | ${jobs.missing + jobs.open} |

Seed ${seed}.
${faults.length > 0 ? `\n${faults.slice(0, 10).map((fault) => `- ${fault}`).join('\n')}\n` : ''}`
}

const median = (kills: readonly Kill[]): number => kills.map(({ backMs }) => backMs).toSorted((one, other) => one - other)[Math.floor(kills.length / 2)] ?? 0
