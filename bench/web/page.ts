/** One line of the report. Without a budget a figure is told and not judged. */
export type Row = { readonly what: string; readonly unit: string; readonly budget: number | undefined; readonly found: number }

/** A line of the report; budgets are bounds that may be reached. */
export const row = (what: string, unit: string, budget: number | undefined, found: number): Row => ({ what, unit, budget, found })

type GridSections = { readonly grid: readonly Row[]; readonly many: readonly Row[]; readonly behind: readonly Row[] }
type Sections = GridSections & { readonly weight: readonly Row[]; readonly shell: readonly Row[]; readonly bubble: readonly Row[] }

/** The report as Markdown. */
export const page = ({ weight, shell, bubble, ...grid }: Sections): string => `# The web app, measured

Written by \`node bench/web/run.ts\`; run it again rather than editing.
Weights and requests are the same on every machine, and \`npm test\` fails where a weight crosses its budget. Processor time is that of the page's main thread, steady within some tenths on one machine. Milliseconds to a paint depend on the machine and on what else it does: here without a graphics card, painted in software. Of three runs the best is told, figure by figure.
A long task is one that took 50 ms by the clock: on a machine with other work it counts waiting too.
Key to paint is the browser's own Event Timing, which counts in steps of 8 ms and tells nothing below 16.

## Weight

In KB of 1,024 bytes after gzip, the font as it is. The first route is the shell and the cockpit with all they import; a further page counts what it adds, its worker and its grid included.

${table(weight)}

## Shell and cockpit

The app as it ships with its example, the Government Major Projects Portfolio of the United Kingdom, in front of a server with its own database. Cold: nothing in the browser's cache. Warm: pages and palette that were open once before.

${table(shell)}

${gridPart(grid)}
## Bubble chart

1,000 candidates; each key moves the budget, and with it which of them are filled. 24 steps after 24 to warm up.

${table(bubble)}
`

/** The part about the grid, from its heading to the next. */
export const gridPart = ({ grid, many, behind }: GridSections): string => `## Grid

20 columns, two of them frozen, 1440 by 900 px. Scrolled 100 px in each of 120 frames; then a number typed into each of twelve cells, one below the other, all of which must arrive; then 500 by 6 cells copied as text and as a table, and pasted in one call, from the event to the end of the next paint.

### 10,000 rows in the page

${table(grid)}

### 100,000 rows in the page

${table(many)}

### 100,000 rows behind the page

The page holds the blocks of 200 rows near the part in view; each comes 30 ms after it was asked for.

${table(behind)}
`

/** A report with its part about the grid replaced. */
export const withGridPart = (report: string, part: string): string => report.replace(/## Grid\n[\s\S]*?(?=\n## Bubble chart)/, () => part)

const table = (rows: readonly Row[]): string => ['| | budget | measured | |', '|---|---|---|---|', ...rows.map(line)].join('\n')

const line = ({ what, unit, budget, found }: Row): string => `| ${what} | ${budget === undefined ? '' : written(budget, unit)} | ${written(found, unit)} | ${verdict(budget, found)} |`

const verdict = (budget: number | undefined, found: number): string => (budget === undefined ? 'told' : found <= budget ? 'within' : '**crossed**')

const written = (value: number, unit: string): string => `${new Intl.NumberFormat('en-GB', { maximumFractionDigits: value < 100 ? 1 : 0 }).format(value)}${unit ? ` ${unit}` : ''}`
