/** A minute of the hour: memory of the server at its end, and what was done in it. */
export type Minute = { readonly minute: number; readonly megabytes: number; readonly done: number; readonly turnedAway: number; readonly other: number; readonly written: number; readonly refused: number; readonly p99: number }

const number = new Intl.NumberFormat('en')
const sum = (minutes: readonly Minute[], of: (minute: Minute) => number): string => number.format(minutes.reduce((total, minute) => total + of(minute), 0))

/** Megabytes that memory grew by in an hour, by the straight line of least squares through these minutes. */
export function growthPerHour(minutes: readonly Pick<Minute, 'minute' | 'megabytes'>[]): number {
  const mean = (of: (minute: Pick<Minute, 'minute' | 'megabytes'>) => number): number => minutes.reduce((total, each) => total + of(each), 0) / minutes.length
  const [at, height] = [mean(({ minute }) => minute), mean(({ megabytes }) => megabytes)]
  const across = minutes.reduce((total, { minute }) => total + (minute - at) ** 2, 0)
  return across === 0 ? 0 : (60 * minutes.reduce((total, { minute, megabytes }) => total + (minute - at) * (megabytes - height), 0)) / across
}

/** The page of a run. */
export function hourPage(minutes: readonly Minute[], { pauseMs, waiting }: { readonly pauseMs: number; readonly waiting: number }): string {
  const settled = minutes.slice(Math.floor(minutes.length / 6))
  const last = minutes.slice(Math.floor(minutes.length / 2))
  return `# An hour of work

Written by \`node bench/load/hour.ts ${minutes.length} ${pauseMs}\`: an organisation of a thousand initiatives on the built-in database, one server process as \`npm start\` runs it. Ten connections read for ${minutes.length} minutes, each ${pauseMs} ms after its last answer: nine of ten times a window of the list that nobody asked for before, else the cockpit. One person changes the cost of an initiative every second, so what the server keeps is made anew all the time. Everything shares two cores with the work of other people: ${waiting.toFixed(0)} processes wanted those cores, on average.

| | |
|---|---:|
| answered | ${sum(minutes, ({ done }) => done)} |
| written | ${sum(minutes, ({ written }) => written)} |
| turned away (503) | ${sum(minutes, ({ turnedAway }) => turnedAway)} |
| broken or refused | ${sum(minutes, ({ other, refused }) => other + refused)} |
| longest p99 of a minute, ms | ${number.format(Math.round(Math.max(...minutes.map(({ p99 }) => p99))))} |
| growth of memory after the first sixth, MB an hour | ${growthPerHour(settled).toFixed(1)} |
| growth of memory in the second half, MB an hour | ${growthPerHour(last).toFixed(1)} |

What the server holds of answers and columns fills up to its bounds first (\`THROUGHLINE_ANSWERS_MB\`, \`THROUGHLINE_COLUMNS_MB\`, the rows of lists): each write makes another state of the organisation, and states are held until there is no room. After that memory should stay where it is.

Memory of the server process after each minute, in MB: ${minutes.map(({ megabytes }) => number.format(Math.round(megabytes))).join(', ')}.
`
}
