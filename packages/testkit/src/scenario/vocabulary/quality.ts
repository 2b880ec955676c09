import { governanceRoutes, type Deliverable, type DeliverableDetail, type QualityDefect, type QualityMonth, type QualityRecord } from '@throughline/contract/governance'
import { defectSeverities, deliverableClasses, reviewMethods } from '@throughline/engine/governance'
import { checkTable, number, theOne, truth, words } from '../check.ts'
import type { Row } from '../parse.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { accountOf, act, present, type World } from '../world.ts'
import { findInitiative } from './find.ts'

/** Sentences about deliverables: what they are held against, what reviews find, and whether they are accepted. */
export const qualitySentences: readonly Sentence[] = [
  does('{person} adds the {word} {text} of {text}, made by {person} in {number} hours', async ({ world, table }, person, kind, name, initiative, author, madeHours) => {
    const made = accountOf(world, author)
    await act(world, person, governanceRoutes.addDeliverable, { body: { initiativeId: (await findInitiative(world, initiative)).id, name, class: present(deliverableClasses.find((one) => one === kind), `class ${kind}`), about: '', ownerId: made, authorIds: [made], dueOn: '2026-12-01', milestoneId: null, element: null, madeHours, criteria: criteriaIn(table) } })
  }),
  does('{person} gives {text} the criteria', async ({ world, table }, person, name) => on(world, name, ({ id, version }) => act(world, person, governanceRoutes.changeDeliverable, { params: { id }, body: { version, criteria: criteriaIn(table) } }))),
  does('{person} agrees the criteria of {text} on {date}', async ({ world }, person, name, day) => on(world, name, ({ id, version }) => act(world, person, governanceRoutes.agreeCriteria, { params: { id }, body: { version, on: day } }))),
  does('{person} reviews {text} by {word} on {date} against {names}', async ({ world, table }, person, name, method, day, looked) =>
    on(world, name, ({ id, version, defects }) =>
      act(world, person, governanceRoutes.recordQualityReview, {
        params: { id }, body: { version, method: present(reviewMethods.find((one) => one === method), `method ${method}`), on: day, words: 'Looked at all of it', looked: [...looked], defects: (table ?? []).map((row) => ({ criterion: row['criterion'] ?? '', severity: severityOf(row['severity'] ?? ''), words: row['defect'] ?? '' })), checked: defects.filter(({ state }) => state === 'corrected').map((one) => ({ defectId: one.id, confirmed: true })) },
      }))),
  does('{person} reworks {text} for {number} hours on {date}', async ({ world }, person, name, hours, day) => on(world, name, ({ id, version, defects }) => act(world, person, governanceRoutes.recordRework, { params: { id }, body: { version, on: day, hours, words: 'Made again', defectIds: openOf(defects) } }))),
  does('{person} accepts {text} on {date}', async ({ world }, person, name, day) => on(world, name, ({ id, version }) => act(world, person, governanceRoutes.decideAcceptance, { params: { id }, body: { version, decision: { outcome: 'accepted', on: day, words: 'Fit for use' } } }))),
  does('{person} rejects {text} on {date}', async ({ world }, person, name, day) => on(world, name, ({ id, version }) => act(world, person, governanceRoutes.decideAcceptance, { params: { id }, body: { version, decision: { outcome: 'rejected', on: day, words: 'Not fit for use' } } }))),
  does('{person} accepts {text} on {date} with the condition {text} that {person} owns until {date}', async ({ world }, person, name, day, condition, owner, dueOn) =>
    on(world, name, ({ id, version, defects }) => act(world, person, governanceRoutes.decideAcceptance, { params: { id }, body: { version, decision: { outcome: 'accepted_with_conditions', on: day, words: 'Fit for use but for this', conditions: [{ words: condition, ownerId: accountOf(world, owner), dueOn, covers: openOf(defects) }] } } }))),
  does('{person} sees that {text} is met of {text}', async ({ world }, person, condition, name) =>
    on(world, name, ({ id, version, decisions }) => act(world, person, governanceRoutes.meetCondition, { params: { id, conditionId: theOne('condition', decisions.flatMap(({ conditions }) => conditions), (one) => one.words, condition).id }, body: { version, words: 'Seen' } }))),
  does('{person} finds the {word} defect {text} of {text} on {date}', async ({ world }, person, severity, said, name, day) => on(world, name, ({ id, version }) => act(world, person, governanceRoutes.reportDefect, { params: { id }, body: { version, on: day, criterion: null, severity: severityOf(severity), words: said } }))),
  does('{person} opens {text} again', async ({ world }, person, name) => on(world, name, ({ id, version }) => act(world, person, governanceRoutes.reopenDeliverable, { params: { id }, body: { version, words: 'A defect escaped' } }))),
  checks('the deliverables read', async ({ world, table }) => checkTable('deliverables', table, (await recordOf(world)).deliverables, deliverableColumns)),
  checks('the defects of {text} read', async ({ world, table }, name) => checkTable('defects', table, (await detailOf(world, name)).defects, defectColumns)),
  checks('the editions of {text} read', async ({ world, table }, name) => checkTable('editions', table, (await detailOf(world, name)).editions, { edition: words<DeliverableDetail['editions'][number]>(({ no }) => no), 'accepted on': words<DeliverableDetail['editions'][number]>(({ acceptedOn }) => acceptedOn) })),
  checks('the quality figures read', async ({ world, table }) => {
    const { figures, byClass } = await recordOf(world)
    checkTable('figures', table, [{ class: 'all', ...figures }, ...byClass], figureColumns)
  }),
  checks('the quality months read', async ({ world, table }) => checkTable('months', table, (await recordOf(world)).months, monthColumns)),
]

const criteriaIn = (table: readonly Row[] | undefined) => (table ?? []).map((row) => ({ code: row['code'] ?? '', says: row['criterion'] ?? '', measuredBy: row['measured by'] ?? '', threshold: row['threshold'] ?? '' }))
const severityOf = (word: string) => present(defectSeverities.find((one) => one === word), `severity ${word}`)
const openOf = (defects: readonly QualityDefect[]): string[] => defects.filter(({ state }) => state === 'open').map(({ id }) => id)

const deliverableColumns = { deliverable: words<Deliverable>((one) => one.name), state: words<Deliverable>((one) => one.state), edition: words<Deliverable>((one) => one.edition), reviews: words<Deliverable>((one) => one.reviews), open: words<Deliverable>((one) => one.open), escaped: words<Deliverable>((one) => one.escaped) }
const defectColumns = { defect: words<QualityDefect>((one) => one.words), edition: words<QualityDefect>((one) => one.edition), state: words<QualityDefect>((one) => one.state), escaped: truth<QualityDefect>((one) => one.escaped) }
type Figures = Pick<QualityRecord['figures'], 'before' | 'escaped' | 'escape' | 'firstPass' | 'rework' | 'rounds'> & { readonly class: string }
const figureColumns = { class: words<Figures>((one) => one.class), before: words<Figures>((one) => one.before), escaped: words<Figures>((one) => one.escaped), 'escape rate': number<Figures>((one) => one.escape.metric), 'first pass': number<Figures>((one) => one.firstPass.metric), 'rework share': number<Figures>((one) => one.rework.metric), rounds: words<Figures>((one) => one.rounds) }
const monthColumns = { month: words<QualityMonth>((one) => one.month), reviews: words<QualityMonth>((one) => one.reviews), found: words<QualityMonth>((one) => one.found), escaped: words<QualityMonth>((one) => one.escaped), 'per review': number<QualityMonth>((one) => one.perReview), over: truth<QualityMonth>((one) => !one.partial) }

const recordOf = ({ home }: World): Promise<QualityRecord> => home.viewer.read(governanceRoutes.readQuality, { query: {} })
const detailOf = async (world: World, name: string): Promise<DeliverableDetail> => world.home.viewer.read(governanceRoutes.readDeliverable, { params: { id: theOne('deliverable', (await recordOf(world)).deliverables, (one) => one.name, name).id } })
const on = async (world: World, name: string, how: (found: DeliverableDetail) => Promise<unknown>): Promise<void> => void (await how(await detailOf(world, name)))
