import type { intakeRoutes, strategyProblems, StrategyIntake } from '@throughline/contract/strategy'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor } from '../../database/index.ts'
import { afterAct, type Handlers, type RequestContext } from '../../http/index.ts'
import { readMembers } from '../../people/index.ts'
import { answerPoint } from './acts/answer-point.ts'
import { citePassage, withdrawPassage } from './acts/cite-passage.ts'
import { recordSource } from './acts/record-source.ts'
import { reviewReading } from './acts/review-reading.ts'
import { presentIntake, presentText } from './present.ts'
import { readReadings } from './readings.ts'
import { readPassagesNamed, readPointAnswers, readReviews, readSources, readText } from './store.ts'

const read = ({ db }: RequestContext, actor: Actor): Promise<StrategyIntake> =>
  withOrg(db, actor, async (tx) => {
    const answers = await readPointAnswers(tx)
    return presentIntake({ readings: await readReadings(tx), sources: await readSources(tx), reviews: await readReviews(tx), answers, named: await readPassagesNamed(tx, answers.flatMap(({ passage_id }) => passage_id ?? [])), members: await readMembers(tx), actor })
  })

const then = <R>(outcome: Promise<Result<object, R>>, context: RequestContext, actor: Actor): Promise<Result<StrategyIntake, R>> => afterAct(outcome, () => read(context, actor))

/** What the strategy is read from; each act answers with the whole intake. */
export const intakeHandlers: Handlers<typeof intakeRoutes, keyof typeof strategyProblems> = {
  readIntake: async ({ actor, context }) => ok(await read(context, actor)),
  readSource: ({ actor, params: { id }, context }) =>
    withOrg(context.db, actor, async (tx) => {
      const text = await readText(tx, id)
      const shown = text === undefined ? undefined : presentText(id, text, { readings: await readReadings(tx), sources: await readSources(tx) })
      return shown ? ok(shown) : refuse({ code: 'not_found', values: { what: 'source', id } })
    }),
  recordSource: ({ actor, body, context }) => then(recordSource(context.db, actor, body, context.now), context, actor),
  citePassage: ({ actor, body, context }) => then(citePassage(context.db, actor, body, context.now), context, actor),
  withdrawPassage: ({ actor, params, context }) => then(withdrawPassage(context.db, actor, params.id, context.now), context, actor),
  reviewReading: ({ actor, body, context }) => then(reviewReading(context.db, actor, body, context.now), context, actor),
  answerPoint: ({ actor, params, body, context }) => then(answerPoint(context.db, actor, params.id, body, context.now), context, actor),
}
