import { ok, refuse } from '@throughline/engine/kernel'
import type { Value, valueProblems, valueRoutes } from '@throughline/contract/value'
import { withOrg, type Actor, type Tx } from '../database/index.ts'
import { readInitiative, readInitiatives, readInitiativesOf, readPublications, readReports } from '../demand/index.ts'
import { todayOf, type Handlers, type RequestContext } from '../http/index.ts'
import { readOrganisation } from '../people/index.ts'
import { rolledUp } from '../rollups/index.ts'
import { readStrategyFacts } from '../strategy/index.ts'
import { readInitiativesInLedger, readLedgerAmounts } from './ledger/amounts-store.ts'
import { planHandlers } from './business-plan/index.ts'
import { evidenceHandlers } from './evidence/index.ts'
import { ledgerHandlers } from './ledger/index.ts'
import { networkHandlers } from './network/index.ts'
import { oversightHandlers } from './oversight/index.ts'
import { recordEntry } from './acts/record-entry.ts'
import { reverseEntry } from './acts/reverse-entry.ts'
import { presentEntry, presentValue } from './present.ts'
import { stakeholderHandlers } from './stakeholders/index.ts'
import { storyHandlers } from './stories/index.ts'
import { readEntries, readEntry } from './store.ts'

export const valueHandlers: Handlers<typeof valueRoutes, keyof typeof valueProblems> = {
  ...ledgerHandlers,
  ...networkHandlers,
  ...evidenceHandlers,
  ...oversightHandlers,
  ...stakeholderHandlers,
  ...planHandlers,
  ...storyHandlers,
  // Everything is read for it, once after each act: until the next one it is asked for as it was kept.
  readValue: ({ actor, context }) =>
    rolledUp<Value, never>(context.db, actor, { kind: 'value', asked: todayOf(context) }, async ({ tx }) => {
      const { currency, calendar } = await readOrganisation(tx)
      const [initiatives, reports, publications] = [await readInitiatives(tx), await readReports(tx, {}), await readPublications(tx)]
      return ok(presentValue({ initiatives, reports, publications, entries: await readEntries(tx), ledger: { initiatives: await readInitiativesInLedger(tx), amounts: await readLedgerAmounts(tx, calendar) }, strategy: await readStrategyFacts(tx), currency, calendar, today: todayOf(context) }))
    }),
  listEntries: ({ actor, context, query }) =>
    withOrg(context.db, actor, async (tx) => {
      const { calendar } = await readOrganisation(tx)
      const entries = await readEntries(tx, query.initiativeId)
      const names = await namesOf(tx, entries.map(({ initiativeId }) => initiativeId))
      const inLedger = await readInitiativesInLedger(tx)
      return ok(entries.map((entry) => presentEntry(entry, names.get(entry.initiativeId) ?? removedName, calendar, inLedger.has(entry.initiativeId))))
    }),
  recordEntry: async ({ actor, context, body }) => {
    const { currency, calendar } = await withOrg(context.db, actor, (tx) => readOrganisation(tx))
    const recorded = await recordEntry(context.db, actor, { ...body, amountMinor: BigInt(body.amountMinor) }, { today: todayOf(context), currency, calendar })
    return recorded.ok ? entryReply(context, actor, recorded.value) : recorded
  },
  reverseEntry: async ({ actor, context, params, body }) => {
    const reversed = await reverseEntry(context.db, actor, params.id, body.reason)
    return reversed.ok ? entryReply(context, actor, reversed.value) : reversed
  },
}

/** What an entry says of an initiative that is no longer there. */
const removedName = 'Removed initiative'
const namesOf = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => new Map((await readInitiativesOf(tx, [...new Set(ids)])).map(({ id, name }) => [id, name]))

function entryReply(context: RequestContext, actor: Actor, id: string) {
  return withOrg(context.db, actor, async (tx) => {
    const entry = await readEntry(tx, id)
    if (!entry) return refuse({ code: 'not_found' as const, values: { what: 'value entry', id } })
    const { calendar } = await readOrganisation(tx)
    return ok(presentEntry(entry, (await readInitiative(tx, entry.initiativeId))?.name ?? removedName, calendar))
  })
}
