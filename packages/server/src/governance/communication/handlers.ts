import type { CommunicationPlan, communicationRoutes, governanceProblems } from '@throughline/contract/governance'
import { draftMessage } from '@throughline/engine/governance'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor } from '../../database/index.ts'
import { afterAct, type Handlers, type RequestContext } from '../../http/index.ts'
import { may } from '../../people/index.ts'
import { initiativeNames } from '../services/store.ts'
import { answerMessage, deliverMessage, recordMail } from './acts/deliver-message.ts'
import { addStakeholder, changeStakeholder, removeStakeholder } from './acts/keep-stakeholder.ts'
import { endCommunication, planCommunication } from './acts/plan-communication.ts'
import { messageLetter } from './letter.ts'
import { presentPlan } from './present.ts'
import { whyNotTelling, whyOptedOut } from './refusals.ts'
import type { CommunicationSources } from './sources.ts'
import { readCommunications, readMessages, readStakeholders, readTold } from './store.ts'

/** Messages that one answer lists. */
const mostMessages = 200

const plan = ({ db, now, accounts }: RequestContext, actor: Actor): Promise<CommunicationPlan> =>
  withOrg(db, actor, async (tx) => {
    const communications = await readCommunications(tx)
    const initiatives = await initiativeNames(tx, communications.flatMap(({ initiative_id }) => initiative_id ?? []))
    return presentPlan({ stakeholders: await readStakeholders(tx), communications, messages: await readMessages(tx, mostMessages), told: await readTold(tx), mail: accounts.mail !== undefined, initiatives, today: now.toISOString().slice(0, 10) }, actor)
  })

/** Who is told what; each act answers with the whole plan. */
export function communicationHandlers({ readWork }: CommunicationSources): Handlers<typeof communicationRoutes, keyof typeof governanceProblems> {
  const then = <R>(outcome: Promise<Result<object, R>>, context: RequestContext, actor: Actor) => afterAct(outcome, () => plan(context, actor))
  return {
    readCommunication: async ({ actor, context }) => ok(await plan(context, actor)),
    addStakeholder: ({ actor, body, context }) => then(addStakeholder(context.db, actor, body), context, actor),
    changeStakeholder: ({ actor, params, body, context }) => then(changeStakeholder(context.db, actor, params.id, body), context, actor),
    removeStakeholder: ({ actor, params, context }) => then(removeStakeholder(context.db, actor, params.id, context.now), context, actor),
    planCommunication: ({ actor, body, context }) => then(planCommunication(context.db, actor, body), context, actor),
    endCommunication: ({ actor, params, body, context }) => then(endCommunication(context.db, actor, params.id, body, context.now), context, actor),
    deliverMessage: async ({ actor, params, body, context }) => {
      const { db, now, accounts, origin } = context
      const told = await deliverMessage(db, actor, params.id, body, { now, mail: accounts.mail !== undefined })
      if (!told.ok) return told
      const { messageId, to } = told.value
      if (to && accounts.mail) await recordMail(db, actor, messageId, await accounts.mail.send(messageLetter(to, { by: actor.name, origin })).then(() => 'sent' as const, () => 'failed' as const), now)
      return ok(await plan(context, actor))
    },
    answerMessage: ({ actor, params, body, context }) => then(answerMessage(context.db, actor, params.id, body, context.now), context, actor),
    readMessageDraft: ({ actor, params, context: { db, now } }) =>
      withOrg(db, actor, async (tx) => {
        const communication = (await readCommunications(tx)).find(({ id }) => id === params.id)
        const stakeholder = communication && (await readStakeholders(tx)).find(({ id }) => id === communication.stakeholder_id)
        if (!communication || !stakeholder) return refuse({ code: 'not_found' as const, values: { what: 'communication', id: params.id } })
        const refused = whyNotTelling(actor, communication) ?? whyOptedOut(stakeholder)
        if (refused) return refused
        const { account_id: accountId, name, channel, detail, language } = stakeholder
        const work = accountId === null ? undefined : await readWork(tx, { accountId, name: stakeholder.account ?? name }, { now, told: may(actor, 'see_money') })
        const things = new Map(work?.things.map((one) => [one.id, one]))
        const objectives = (work?.objectives ?? []).map(({ name: statement, id, ownIds }) => {
          const own = ownIds.flatMap((each) => things.get(each) ?? [])
          return { statement, through: own.filter((each) => each.id !== id).slice(0, 3).map((each) => each.name), records: own.reduce((sum, { records }) => sum + records, 0) }
        })
        return ok({ words: draftMessage({ name, about: communication.about, objectives }, detail), channel, detail, language, objectives: objectives.length })
      }),
  }
}
