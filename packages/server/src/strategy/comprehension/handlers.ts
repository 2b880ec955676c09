import type { Brief, comprehensionRoutes, ComprehensionReport, strategyProblems } from '@throughline/contract/strategy'
import { ok } from '@throughline/engine/kernel'
import { withOrg, type Actor } from '../../database/index.ts'
import { afterAct, type Handlers, type RequestContext } from '../../http/index.ts'
import { readUnits } from '../../people/index.ts'
import type { InitiativeSource } from '../initiative-source.ts'
import type { SightSource } from '../sight/source.ts'
import { answerBrief } from './acts/answer-brief.ts'
import { deliverBrief } from './acts/deliver-brief.ts'
import { openBrief } from './acts/open-brief.ts'
import { readAudience } from './audience.ts'
import { readGoals } from './edition.ts'
import { presentBrief, presentComprehension } from './present.ts'
import { readAnswers, readBriefs, readOwn, readReaders, readTallies } from './store.ts'

/** The brief of each reader, for them alone, and how far it came with all of them; each act answers with what the caller sees then. */
export function comprehensionHandlers(source: InitiativeSource, sight: SightSource): Handlers<typeof comprehensionRoutes, keyof typeof strategyProblems> {
  const own = ({ db }: RequestContext, actor: Actor): Promise<Brief> =>
    withOrg(db, actor, async (tx) => {
      const [goals, briefs, readers] = [await readGoals(tx, actor.orgId), await readBriefs(tx), await readOwn(tx, actor.accountId)]
      const inForce = briefs.find(({ edition }) => edition === goals.edition)
      const reader = readers.find(({ brief_id }) => brief_id === inForce?.id)
      return presentBrief({ goals, briefs, own: readers, answers: reader ? await readAnswers(tx, reader.id) : [], tallies: await readTallies(tx, readers.map(({ brief_id }) => brief_id)) })
    })
  const report = ({ db, now }: RequestContext, actor: Actor): Promise<ComprehensionReport> =>
    withOrg(db, actor, async (tx) => {
      const [goals, briefs] = [await readGoals(tx, actor.orgId), await readBriefs(tx)]
      const inForce = briefs.find(({ edition }) => edition === goals.edition)
      const [readers, tallies] = inForce ? [await readReaders(tx, inForce.id), await readTallies(tx, [inForce.id])] : [[], new Map()]
      return presentComprehension({ goals, briefs, readers, tallies, audience: await readAudience(tx, now, await source.readInitiatives(tx)), unitNames: new Map((await readUnits(tx)).map(({ id, name }) => [id, name])) })
    })
  return {
    readBrief: async ({ actor, context }) => ok(await own(context, actor)),
    openBrief: ({ actor, body, context }) => afterAct(openBrief(context.db, actor, body.edition, context.now, source, sight), () => own(context, actor)),
    answerBrief: ({ actor, body, context }) => afterAct(answerBrief(context.db, actor, body), () => own(context, actor)),
    readComprehension: async ({ actor, context }) => ok(await report(context, actor)),
    deliverBrief: ({ actor, body, context }) => afterAct(deliverBrief(context.db, actor, body, context.now, source), () => report(context, actor)),
  }
}
