import { strategyRoutes, type AlignmentOutcome, type ClosedInitiative, type NewJudgement, type OutcomeRow, type OutcomeVerdict } from '@throughline/contract/strategy'
import { checkTable, number, words } from '../check.ts'
import type { Row } from '../parse.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { findInitiative } from './find.ts'

/** Sentences about whether closed initiatives met what they were for. */
export const outcomeSentences: readonly Sentence[] = [
  does('{person} judges {text}', async ({ world, table }, person, name) => act(world, person, strategyRoutes.judgeOutcome, { params: { id: (await findInitiative(world, name)).id }, body: judgementOf(present(table?.[0], 'table of the judgement')) })),
  does('{person} judges the initiatives', async ({ world, table }, person) => {
    const rows = await Promise.all(present(table, 'table of judgements').map(async (row) => ({ initiativeId: (await findInitiative(world, row['initiative'] ?? '')).id, ...judgementOf(row) })))
    await act(world, person, strategyRoutes.judgeOutcomes, { body: { rows } })
  }),
  checks('the closed initiatives read', async ({ world, table }) => checkTable('closed initiatives', table, (await outcomeOf(world)).initiatives, closedColumns)),
  checks('the outcome of alignment reads', async ({ world, table }) => checkTable('outcome of alignment', table, (await outcomeOf(world)).rows, rowColumns)),
]

function judgementOf(row: Row): NewJudgement {
  const verdict = (of: 'intent' | 'goals') => ({ verdict: (row[of] ?? 'not judged').replaceAll(' ', '_') as OutcomeVerdict, reason: row[`${of} because`] || 'Seen at its review' })
  return { intent: verdict('intent'), goal: verdict('goals'), ...(row['judge'] ? { judge: row['judge'] } : {}), ...(row['stated'] ? { stated: { score: Number(row['stated']), source: row['source'] || 'An old list' } } : {}) }
}

const outcomeOf = ({ home }: World): Promise<AlignmentOutcome> => home.viewer.read(strategyRoutes.readOutcome, { query: {} })

const closedColumns = {
  initiative: words<ClosedInitiative>((one) => one.name), 'approved under': words<ClosedInitiative>((one) => one.approval?.strategy ?? 'none'), alignment: number<ClosedInitiative>((one) => one.alignment.metric), basis: words<ClosedInitiative>((one) => one.basis),
  intent: words<ClosedInitiative>((one) => (one.judgement?.intent.verdict ?? 'none').replaceAll('_', ' ')), goals: words<ClosedInitiative>((one) => (one.judgement?.goal.verdict ?? 'none').replaceAll('_', ' ')), judge: words<ClosedInitiative>((one) => one.judgement?.judge ?? 'none'), tercile: words<ClosedInitiative>((one) => one.tercile ?? 'none'),
}
const rowColumns = {
  question: words<OutcomeRow>((row) => row.question), judged: words<OutcomeRow>((row) => row.all.judged), met: words<OutcomeRow>((row) => row.all.met), share: number<OutcomeRow>((row) => row.all.proportion.metric), difference: number<OutcomeRow>((row) => row.difference.metric), evidence: words<OutcomeRow>((row) => row.evidence),
}
