/** What is touched to add one kind of thing, in the order in which to go; `untouched` is what must not need a change. */
export type Way = { readonly kind: string; readonly what: string; readonly steps: readonly string[]; readonly untouched: string }

/** The answers to "where does a new thing go?" for a name and a room, with `<name>` and `<room>` filled in. */
export const ways: readonly Way[] = [
  {
    kind: 'kpi',
    what: 'a measure or computed figure',
    steps: ['packages/engine/src/<room>/<name>.ts: the figure with its explanation', 'packages/engine/src/<room>/<name>.test.ts: the smallest case, worked out in a comment', 'packages/engine/src/<room>/index.ts: one line', 'docs/methods/<name>.md: formula, source, example, where it misleads; then `node tools/methods.ts`', 'packages/web/src/<room>/words.ts: its label'],
    untouched: 'the contract, the server and the pages',
  },
  {
    kind: 'importer',
    what: 'a file format to read',
    steps: ['packages/exchange/src/<name>/index.ts: recognise(bytes) and read(bytes) to a draft and its issues', 'packages/exchange/src/<name>/fixtures/: real files, with their source', 'packages/exchange/src/formats/formats.ts: one line'],
    untouched: 'the server and the web: both list the formats',
  },
  {
    kind: 'page',
    what: 'a page of the web app',
    steps: ['packages/web/src/<room>/pages/<name>/Page.tsx: props and callbacks, fetches nothing', 'packages/web/src/<room>/pages/<name>/Page.test.tsx: its named states', 'packages/web/src/<room>/pages/<name>/index.ts: the wiring', 'packages/web/src/<room>/pages.ts: one line'],
    untouched: 'everything else, where the figures exist already',
  },
  {
    kind: 'refusal',
    what: 'a rule that can refuse an act',
    steps: ['packages/engine/src/<room>/refusals.ts: a member of the union', 'packages/contract/src/<room>/problems.ts: its row; the compiler asks for it', 'scenarios/refused/<name>.test.ts: the story in which it is refused'],
    untouched: 'the server: it answers from the table',
  },
  {
    kind: 'constraint',
    what: 'a constraint on the portfolio',
    steps: ['packages/engine/src/portfolio/constraints/<name>.ts: translated to rows', 'packages/engine/src/portfolio/constraints/<name>.test.ts: given, then, because', 'packages/engine/src/portfolio/constraints/kinds.ts: one line'],
    untouched: 'the solver',
  },
  {
    kind: 'act',
    what: 'an act that writes',
    steps: ['packages/engine/src/<room>/: the decision, a Result', 'packages/contract/src/<room>/routes.ts: method, path, input, output, refusals', 'packages/server/src/<room>/acts/<name>.ts: one act, one transaction, one revision', 'packages/server/src/<room>/policy.ts: who may', 'packages/web/src/<room>/: the callback of the page', 'packages/cli/src/<room>/commands.ts: the command'],
    untouched: 'storage and HTTP machinery',
  },
]

/** The answer as text, or undefined for a kind that nobody asked about before. */
export function answer(kind: string, room = '<room>', name = '<name>'): string | undefined {
  const way = ways.find((candidate) => candidate.kind === kind)
  if (way === undefined) return undefined
  const steps = way.steps.map((step, index) => `  ${index + 1}. ${step.replaceAll('<room>', room).replaceAll('<name>', name)}`)
  return [`A new ${way.kind} (${way.what}):`, ...steps, `  Untouched: ${way.untouched}.`].join('\n')
}
