import { portfolioRoutes, type ApprovalPreview, type Comparison, type PlanChangeList, type Scenario, type ScenarioItem, type ToldValue } from '@throughline/contract/portfolio'
import { UsageError, wordAt, type Command, type Context, type Typed } from '../terminal/command.ts'
import { explanationLines, metricText, moneyText, percent } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'

const columns = [
  { head: 'Name', of: ({ name }: ScenarioItem) => name },
  { head: 'State', of: ({ state }: ScenarioItem) => state },
  { head: 'Author', of: ({ author }: ScenarioItem) => author.name },
  { head: 'Changes', of: ({ changes }: ScenarioItem) => String(changes), right: true },
  { head: 'Funded', of: ({ figures }: ScenarioItem) => (figures ? `${figures.funded} of ${figures.initiatives}` : ''), right: true },
  { head: 'Cost', of: ({ figures }: ScenarioItem) => (figures ? metricText(figures.cost, moneyText) : ''), right: true },
  { head: 'Benefits', of: ({ figures }: ScenarioItem) => (figures ? metricText(figures.benefits, moneyText) : ''), right: true },
  { head: 'Plan', of: ({ moved }: ScenarioItem) => (moved ? 'has moved' : 'as it was') },
]

async function list({ call, print }: Context): Promise<void> {
  const found = await call(portfolioRoutes.listScenarios, {})
  print.answer(found, () => tableLines(found, columns))
}

/** The scenario that a word means: its name, a part of it, or its id. */
const named = async ({ call }: Context, word: string): Promise<ScenarioItem> => oneOf('scenario', await call(portfolioRoutes.listScenarios, {}), word, ({ name }) => [name])
const wanted = (typed: Typed, context: Context): Promise<ScenarioItem> => named(context, wordAt(typed, 0, 'scenario'))

async function show(typed: Typed, context: Context): Promise<void> {
  const { id } = await wanted(typed, context)
  const found = await context.call(portfolioRoutes.readScenario, { params: { id } })
  context.print.answer(found, () => [...headLines(found), '', ...differenceLines(found.differences), ...(found.selection ? ['', `Chosen by the selection (${found.selection.chosen.length} of ${found.selection.candidates}):`, ...found.selection.chosen.map(({ key, name }) => `  ${key} ${name}`)] : []), ...(typed.on('why') ? ['', ...explanationLines(found.figures.cost.why), ...explanationLines(found.figures.benefits.why)] : [])])
}

function headLines({ name, state, author, baseAt, moved, conflicts, figures, basis, may }: Scenario): readonly string[] {
  return [
    `${name}, ${state}, by ${author.name}`,
    `changes the plan as it was known at ${baseAt}${moved ? `; the plan has moved since, ${conflicts} conflicts` : ''}`,
    `funded ${figures.funded} of ${figures.initiatives}, in the plan ${basis.funded}`,
    `cost ${metricText(figures.cost.metric, moneyText)}, in the plan ${metricText(basis.cost.metric, moneyText)}`,
    `benefits ${metricText(figures.benefits.metric, moneyText)}, in the plan ${metricText(basis.benefits.metric, moneyText)}`,
    `strategy served ${metricText(figures.served.metric, (share) => percent(share))}, in the plan ${metricText(basis.served.metric, (share) => percent(share))}`,
    ...(may.whyNotDecide ? [may.whyNotDecide] : []),
  ]
}

const shown = (value: ToldValue): string => (value === null ? 'nothing' : typeof value === 'object' && 'status' in value ? 'withheld' : Array.isArray(value) ? `${value.length} initiatives` : String(value))

function differenceLines({ items, cost, benefits }: PlanChangeList): readonly string[] {
  if (items.length === 0) return ['Nothing differs.']
  return [
    ...items.flatMap(({ name, what, fields }) => [`${what} ${name}`, ...(what === 'changed' ? fields.map(({ field, from, to }) => `  ${field}: ${shown(from)} -> ${shown(to)}`) : [])]),
    `together: cost ${metricText(cost.metric, moneyText)}, benefits ${metricText(benefits.metric, moneyText)}`,
  ]
}

async function fork(typed: Typed, context: Context): Promise<void> {
  const from = typed.one('from')
  const body = { name: wordAt(typed, 0, 'name'), ...(typed.one('note') === undefined ? {} : { note: typed.one('note') ?? '' }), ...(from === undefined ? {} : { from: (await named(context, from)).id }), sharing: typed.on('everyone') ? ('everyone' as const) : ('private' as const) }
  const begun = await context.call(portfolioRoutes.forkScenario, { body })
  context.print.answer(begun, () => [`Begun “${begun.name}”${begun.forkOf ? ` from “${begun.forkOf.name}”` : ' from the plan of record'}.`])
}

async function compare(typed: Typed, context: Context): Promise<void> {
  const ids: string[] = []
  for (const word of typed.words) ids.push(word === 'plan' || word.startsWith('plan@') ? word : (await named(context, word)).id)
  const found = await context.call(portfolioRoutes.comparePlans, { query: { ids: (ids.length === 1 ? ['plan', ...ids] : ids).join(',') } })
  context.print.answer(found, () => comparisonLines(found))
}

function comparisonLines({ plans, fields }: Comparison): readonly string[] {
  return [
    ...tableLines(plans, [
      { head: 'Plan', of: ({ name }) => name },
      { head: 'Funded', of: ({ figures }) => `${figures.funded} of ${figures.initiatives}`, right: true },
      { head: 'Cost', of: ({ figures }) => metricText(figures.cost.metric, moneyText), right: true },
      { head: 'Benefits', of: ({ figures }) => metricText(figures.benefits.metric, moneyText), right: true },
      { head: 'Served', of: ({ figures }) => metricText(figures.served.metric, (share) => percent(share)), right: true },
      { head: 'Cost against the first', of: ({ change }) => metricText(change.cost.metric, moneyText), right: true },
    ]),
    '',
    ...(fields.length === 0 ? ['They do not differ.'] : fields.map(({ name, field, values }) => `${name}, ${field}: ${values.map(shown).join(' | ')}`)),
  ]
}

async function rebase(typed: Typed, context: Context): Promise<void> {
  const { call, print } = context
  const { id, version } = await wanted(typed, context)
  const preview = await call(portfolioRoutes.previewRebase, { params: { id } })
  const side = sideOf(typed)
  if (typed.on('preview')) {
    print.answer(preview, () => [`${preview.clean.length} carry over, ${preview.already.length} are in the plan already, ${preview.conflicts.length} conflict`, ...preview.conflicts.map(({ words }) => `  ${words}`)])
    return
  }
  const resolutions = side === undefined ? [] : preview.conflicts.map(({ kind, id: thing, field, takes }) => ({ kind, id: thing, field, take: side !== undefined && takes.includes(side) ? side : ('theirs' as const) }))
  const done = await call(portfolioRoutes.rebaseScenario, { params: { id }, body: { version, seen: preview.seen, resolutions } })
  print.answer(done, () => [`“${done.name}” now begins from the plan of ${done.baseAt}, with ${done.changes} changes.`])
}

function sideOf(typed: Typed): 'mine' | 'theirs' | undefined {
  const word = typed.one('take')
  if (word === undefined || word === 'mine' || word === 'theirs') return word
  throw new UsageError(`Found --take ${word}; expected mine or theirs.`)
}

async function propose(typed: Typed, context: Context): Promise<void> {
  const { id, version } = await wanted(typed, context)
  const done = await context.call(portfolioRoutes.proposeScenario, { params: { id }, body: { version, remark: typed.one('why') ?? '' } })
  context.print.answer(done, () => [`“${done.name}” is proposed. ${done.may.whyNotDecide ?? 'You may decide on it.'}`])
}

async function approve(typed: Typed, context: Context): Promise<void> {
  const { call, print } = context
  const { id, version } = await wanted(typed, context)
  const preview = await call(portfolioRoutes.previewApproval, { params: { id } })
  if (typed.one('why') === undefined) {
    print.answer(preview, () => [...previewLines(preview), '', 'Nothing was changed. Give --why to approve exactly this.'])
    return
  }
  const done = await call(portfolioRoutes.approveScenario, { params: { id }, body: { version, seen: preview.seen, ...(await decidedIn(typed, context)) } })
  print.answer(done, () => [...differenceLines(done.differences), `“${done.name}” is the plan of record. Decision ${done.decisionId ?? ''}.`])
}

async function reject(typed: Typed, context: Context): Promise<void> {
  const { id, version } = await wanted(typed, context)
  const done = await context.call(portfolioRoutes.rejectScenario, { params: { id }, body: { version, ...(await decidedIn(typed, context)) } })
  context.print.answer(done, () => [`“${done.name}” is rejected; the plan stays as it is. Decision ${done.decisionId ?? ''}.`])
}

async function withdraw(typed: Typed, context: Context): Promise<void> {
  const { id, version } = await wanted(typed, context)
  const done = await context.call(portfolioRoutes.withdrawScenario, { params: { id }, body: { version, remark: typed.one('why') ?? '' } })
  context.print.answer(done, () => [`“${done.name}” is withdrawn; it can be changed and proposed again.`])
}

/** What is said of a decision: why, what is expected to follow, and the other scenarios that it was between. */
async function decidedIn(typed: Typed, context: Context): Promise<{ rationale: string; expected: string; options: string[] }> {
  const rationale = typed.one('why')
  if (rationale === undefined) throw new UsageError('Found no --why; expected the reason, which is kept with the decision.')
  const options: string[] = []
  for (const word of typed.many('against')) options.push((await named(context, word)).id)
  return { rationale, expected: typed.one('expect') ?? '', options }
}

const previewLines = ({ changes, problems, whyNot }: ApprovalPreview): readonly string[] => [...differenceLines(changes), ...problems.map(({ words }) => `cannot be approved: ${words}`), ...(whyNot ? [whyNot] : [])]

const decision = { why: { about: 'Why it is decided', takes: 'text' }, expect: { about: 'What is expected to follow', takes: 'text' }, against: { about: 'Another scenario that it was chosen between; at most three', takes: 'scenario', many: true } } as const
const why = { why: { about: 'Explain the figures' } }

/** What can be done with scenarios in a terminal. */
export const scenarioCommands: readonly Command[] = [
  { name: 'scenarios', summary: 'Scenarios that you may see, with their figures and whether the plan has moved since', run: (_, context) => list(context) },
  { name: 'scenarios list', summary: 'The same', run: (_, context) => list(context) },
  { name: 'scenario', usage: '<scenario>', summary: 'One scenario with what it changes and chooses', options: why, run: show },
  { name: 'scenarios show', usage: '<scenario>', summary: 'The same', options: why, run: show },
  { name: 'scenarios fork', usage: '<name>', summary: 'Begin a scenario from the plan of record, or from another one', options: { from: { about: 'The scenario to go on from', takes: 'scenario' }, note: { about: 'What it is for', takes: 'text' }, everyone: { about: 'Everybody sees it; otherwise only you' } }, run: fork },
  { name: 'scenarios compare', usage: '<scenario>…', summary: 'Two to four plans side by side; `plan` and `plan@<instant>` stand for the plan of record', run: compare },
  { name: 'scenarios rebase', usage: '<scenario>', summary: 'Bring a scenario up to the plan of now', options: { preview: { about: 'Only say what would happen' }, take: { about: 'Settle every conflict alike: mine or theirs', takes: 'side' } }, run: rebase },
  { name: 'scenarios propose', usage: '<scenario>', summary: 'Propose a scenario for approval', options: { why: { about: 'What speaks for it', takes: 'text' } }, run: propose },
  { name: 'scenarios approve', usage: '<scenario>', summary: 'Say what approving would change; with --why make it the plan of record', options: decision, run: approve },
  { name: 'scenarios reject', usage: '<scenario>', summary: 'Reject a proposal; --why is kept as a decision', options: decision, run: reject },
  { name: 'scenarios withdraw', usage: '<scenario>', summary: 'Take a proposal back', options: { why: { about: 'Why it is withdrawn', takes: 'text' } }, run: withdraw },
]
