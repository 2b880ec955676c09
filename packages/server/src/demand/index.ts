import { demandProblems, demandRoutes } from '@throughline/contract/demand'
import { roomServer } from '../http/index.ts'
import type { PlanSource } from '../strategy/index.ts'
import { loadExampleJobWith, type Tellers } from './acts/load-example.ts'
import type { PastSource } from './business-case/index.ts'
import { importJobs } from './imports/jobs.ts'
import { migrations } from './migrations.ts'
import { demandHandlers } from './routes.ts'
import { placesOfInitiatives } from './subject-store.ts'
import { countInitiatives } from './store/initiatives.ts'

export type { PastSource } from './business-case/index.ts'
export { applyInitiatives, applyTies, type PlannedInitiative, type PlannedTies, type Planning } from './acts/apply-plan.ts'
export { loadExample } from './acts/load-example.ts'
export { codeOfRating, columnsOf, dateOf, holdColumns, linesOf, minorOf, noDay, pause, ratingOf, reasonOf, seenAt, sumsBy, type Amounts, type Columns, type Lines, type Sum } from './columns/index.ts'
export { countInPlan, isInPlan, statesInPlan } from './in-plan.ts'
export { ratingScales } from './list/fields.ts'
export { numbersUntil, rowsBetween } from './list/ordering.ts'
export { idsAsked } from './export/ids-asked.ts'
import { readFields } from './fields/store.ts'

export { readCustomValues, readFields } from './fields/store.ts'
export { type PublicationRow } from './list/store/reading.ts'
export { publishedYears } from './present.ts'
export { putAwayImports } from './store/imports.ts'
export { lockInitiative, lockInitiatives, readDescriptions, readInitiative, readInitiatives, readInitiativesOf, readPreviousRatings } from './store/initiatives.ts'
export { readPublishedEnds, type PublishedEnds } from './store/ends.ts'
export { readPublications, readReports, type ReportsWanted } from './store/publications.ts'
export { readMomentLines, readStepsBetween, type StateStep } from './states/moments-store.ts'
export { readRecordedStates } from './states/recorded-store.ts'
export { startingOf, whyNotBegun } from './starts.ts'
export { sourcesOf } from './store/sources.ts'
export { readTies } from './store/ties.ts'
export { demandSubjects, keysOfInitiatives, nameInitiatives, placesOfInitiatives } from './subject-store.ts'
export { readYears, type GivenYears } from './years/store.ts'

/** The demand room: initiatives, what was published of them, ties, imports, business cases and examples; `tellers` do what other rooms keep of examples, and decisions on business cases name the plan of record, and business cases learn from past benefits. */
export const demandRoomWith = (tellers?: Tellers, plan?: PlanSource, readPast?: PastSource) => roomServer({
  room: 'demand', about: 'Initiatives, what was published of them, ties and imports', routes: demandRoutes, problems: demandProblems, handlers: demandHandlers(plan, readPast), migrations, jobs: [loadExampleJobWith(tellers), ...importJobs],
  places: { initiative: placesOfInitiatives }, amountFields: async (tx) => (await readFields(tx)).filter(({ kind }) => kind === 'money').map(({ id }) => id),
  holds: { work: async (tx) => (await countInitiatives(tx)) > 0, amounts: async (tx) => (await countInitiatives(tx)) > 0 },
})

/** The demand room by itself. */
export const demandRoom = demandRoomWith()
