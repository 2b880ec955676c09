import { strategyRoutes, type DraftEdit, type StrategyVersionDetail } from '@throughline/contract/strategy'
import { fewMoves, prepareRecalibration, recalibrate, type Action, type CoverageChange, type Recalibration } from '@throughline/engine/portfolio'
import { alignmentUnits } from '@throughline/engine/strategy'
import { findInitiative } from '../demand/index.ts'
import { required, UsageError, type Command, type Context, type Typed } from '../terminal/command.ts'
import { metricText, percent } from '../terminal/figures.ts'
import { tableLines } from '../terminal/print.ts'
import { findDraft } from './find.ts'

const propose: Command = {
  name: 'strategy recalibrate',
  summary: 'What the draft would change in the portfolio; choose the actions, and send it for approval',
  options: {
    budget: { about: 'Cost to go of all that is chosen, in minor units, at most', takes: 'minor' }, few: { about: 'The fewest changes that gain 90 %' }, choose: { about: 'Keep these proposals as the actions of the draft' },
    stop: { about: 'Choose to stop an initiative', takes: 'initiative', many: true }, pause: { about: 'Choose to pause one', takes: 'initiative', many: true }, start: { about: 'Choose to start one', takes: 'initiative', many: true },
    send: { about: 'Send it for approval' }, remark: { about: 'What those who decide should know', takes: 'text' },
  },
  run: async (typed, context) => {
    const { call, print } = context
    const next = await findDraft(context.call)
    const facts = await call(strategyRoutes.readRecalibrationCase, { params: { id: next.id } })
    const budget = typed.one('budget')
    if (budget !== undefined && !/^\d{1,15}$/.test(budget)) throw new UsageError(`Found --budget ${budget}; expected whole minor units.`)
    const settings = budget === undefined ? facts.settings : { ...facts.settings, constraints: [...facts.settings.constraints.filter(({ kind }) => kind !== 'totalBudget'), { kind: 'totalBudget' as const, limit: Number(budget) }] }
    const { input, left, notes } = prepareRecalibration({ ...facts, settings })
    const found = recalibrate(input)
    if (!found.ok) throw new UsageError(`It cannot be recalibrated: ${refusalWords(found.refusal, next)}`)
    const few = typed.on('few') ? fewMoves(input, found.value.selected) : undefined
    const actions = await chosenActions(typed, context, found.value, next)
    const saved = actions === undefined && budget === undefined ? next : await call(strategyRoutes.changeDraft, { params: { id: next.id }, body: { version: next.version, settings, ...(actions === undefined ? {} : { actions }) } })
    const sent = typed.on('send') ? await call(strategyRoutes.sendDraft, { params: { id: next.id }, body: { version: saved.version, remark: typed.one('remark') ?? '' } }) : saved
    const { coverage } = found.value.consequences
    print.answer({ difference: found.value.difference, actions: found.value.actions, ranks: found.value.ranks, coverage, left, notes, chosen: sent.actions, status: sent.status }, () => [
      ...actionLines(found.value.actions), ...(few?.ok && few.value.kind === 'gain' ? ['', `These ${few.value.least.moves} changes have ${percent(few.value.share)} of the gain: start ${namesOf(few.value.least.start, input.initiatives)}; end ${namesOf(few.value.least.end, input.initiatives)}.`] : []),
      '', ...coverageLines(coverage), '',
      ...left.map(({ name, because }) => `Left out: ${name}. ${because}`), ...notes, ...facts.notes, `${sent.actions.length} actions are chosen; the draft is ${sent.status === 'sent' ? 'waiting for a decision' : 'a draft'}.`,
    ])
  },
}

const namesOf = (ids: readonly string[], initiatives: readonly { readonly id: string; readonly name: string }[]): string => ids.map((id) => initiatives.find((one) => one.id === id)?.name ?? id).join(', ') || 'nothing'
const refusalWords = (refusal: { readonly code: string }, { problems }: StrategyVersionDetail): string => problems.map(({ words }) => words).join(' ') || refusal.code.replaceAll('_', ' ')

async function chosenActions(typed: Typed, { call }: Context, { actions }: Recalibration, next: StrategyVersionDetail): Promise<DraftEdit['actions']> {
  const said = (await Promise.all((['stop', 'pause', 'start'] as const).flatMap((kind) => typed.many(kind).map(async (word) => ({ kind, initiativeId: (await findInitiative(call, word)).id })))))
  if (said.length === 0 && !typed.on('choose')) return undefined
  const proposed = typed.on('choose') ? actions.map(({ initiativeId, kind, because }) => ({ initiativeId, kind, note: because })) : next.actions
  return [...proposed.filter(({ initiativeId }) => !said.some((one) => one.initiativeId === initiativeId)), ...said]
}

const actionLines = (actions: readonly Action[]): readonly string[] => tableLines(actions, [
  { head: 'Action', of: ({ kind }) => kind },
  { head: 'Initiative', of: ({ name }) => name, widest: 50 },
  { head: 'Alignment', of: ({ alignment }) => `${(alignment.before / alignmentUnits).toFixed(2)} -> ${(alignment.after / alignmentUnits).toFixed(2)}` },
  { head: 'Why', of: ({ because }) => because, widest: 80 },
])

const coverageLines = (coverage: readonly CoverageChange[]): readonly string[] => tableLines(coverage, [
  { head: 'Coverage of', of: ({ statement }) => statement, widest: 50 },
  { head: 'By', of: ({ measure }) => measure ?? '-', widest: 40 },
  { head: 'By what runs', of: ({ before }) => metricText(before.metric, percent) },
  { head: 'By what would run', of: ({ after }) => metricText(after.metric, percent) },
])

const approve: Command = {
  name: 'strategy approve',
  summary: 'Show what approving changes; with a reason, approve or reject what was sent',
  options: { because: { about: 'Why: it is kept as the decision', takes: 'text' }, expected: { about: 'What is expected of it', takes: 'text' }, reject: { about: 'Reject it' } },
  run: async (typed, context) => {
    const { call, print } = context
    const next = await findDraft(context.call)
    const params = { id: next.id }
    const rationale = typed.one('because')
    const expected = typed.one('expected')
    const decided = { version: next.version, rationale: rationale ?? '', ...(expected === undefined ? {} : { expected }) }
    if (typed.on('reject')) {
      required(typed, 'because')
      const rejected = await call(strategyRoutes.rejectDraft, { params, body: decided })
      return print.answer(rejected, () => [`Rejected “${rejected.title}”; it is a draft again.`])
    }
    const preview = await call(strategyRoutes.previewAdoption, { params })
    if (rationale === undefined) return print.answer(preview, () => [`“${next.title}” changes ${preview.changes.items.length} things in the plan of record:`, ...preview.changes.items.map(({ what, name, fields }) => `  ${what} ${name}${fields.length > 0 ? ` (${fields.map(({ field }) => field).join(', ')})` : ''}`), preview.may ? 'Approve it with --because.' : (preview.whyNot ?? '')])
    const approved = await call(strategyRoutes.approveDraft, { params, body: { ...decided, seen: preview.seen } })
    print.answer(approved, () => [`“${approved.title}” is in force as version ${approved.no}; ${approved.actions.length} actions are carried out.`])
  },
}

export const recalibrationCommands: readonly Command[] = [propose, approve]
