import type { betweenRoutes, strategyProblems, UnitStrategy } from '@throughline/contract/strategy'
import { ok, refuse } from '@throughline/engine/kernel'
import { withOrg } from '../../database/index.ts'
import type { Handlers } from '../../http/index.ts'
import { firstStrategy } from '../first-strategy.ts'
import type { InitiativeSource } from '../initiative-source.ts'
import { readStored } from '../store.ts'
import { decideCommonLink, removeCommonLink } from './acts.ts'
import { endsOf, findingsBetween, presentLink } from './present.ts'
import { findCommonLink, readCommonLinks } from './store.ts'

/** What units have in common, and what people made of it. */
export const betweenHandlers = (source: InitiativeSource): Handlers<typeof betweenRoutes, keyof typeof strategyProblems> => ({
  readCommonLinks: ({ actor, query: { a, b }, context: { db } }) =>
    withOrg(db, actor, async (tx) => {
      const stored = (await readStored(tx)) ?? firstStrategy(actor.orgId)
      const strategies = stored.inForce.unit_strategies as readonly UnitStrategy[]
      const [held, ends] = [await readCommonLinks(tx), endsOf(strategies)]
      const [one, other] = [strategies.find(({ id }) => id === a), strategies.find(({ id }) => id === b)]
      for (const [id, found] of [[a, one], [b, other]] as const) if (id !== undefined && !found) return refuse({ code: 'not_found' as const, values: { what: 'strategy of a unit', id } })
      const findings = one && other && one !== other ? findingsBetween(stored, [one, other], await source.readInitiatives(tx), held) : []
      return ok({ findings, links: held.flatMap((row) => presentLink(row, ends)) })
    }),
  decideCommonLink: async ({ actor, body, context: { db, now } }) => {
    const decided = await decideCommonLink(db, actor, body, now)
    if (!decided.ok) return decided
    return withOrg(db, actor, async (tx) => {
      const stored = (await readStored(tx)) ?? firstStrategy(actor.orgId)
      const row = await findCommonLink(tx, decided.value)
      const [link] = row ? presentLink(row, endsOf(stored.inForce.unit_strategies as readonly UnitStrategy[])) : []
      return link ? ok(link) : refuse({ code: 'not_found' as const, values: { what: 'link between units', id: decided.value } })
    })
  },
  removeCommonLink: ({ actor, params, context: { db } }) => removeCommonLink(db, actor, params.id),
})
