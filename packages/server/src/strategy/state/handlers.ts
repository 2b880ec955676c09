import type { AlignmentState, stateRoutes, strategyProblems, UnitStrategy } from '@throughline/contract/strategy'
import { ok } from '@throughline/engine/kernel'
import type { StateFacts } from '@throughline/engine/strategy'
import type { Actor, Tx } from '../../database/index.ts'
import { readDecisions } from '../../governance/index.ts'
import { todayOf, type Handlers } from '../../http/index.ts'
import { may } from '../../people/index.ts'
import { rolledUp } from '../../rollups/index.ts'
import { readAround } from '../contradictions/around.ts'
import type { CoherenceSource } from '../contradictions/source.ts'
import { presentContradictions } from '../contradictions/present.ts'
import { readTensions } from '../contradictions/store.ts'
import { readCitations } from '../decisions/store.ts'
import { readAcknowledgements, readSignals } from '../exchange/store.ts'
import { firstStrategy } from '../first-strategy.ts'
import type { InitiativeSource } from '../initiative-source.ts'
import { readStored } from '../store.ts'
import { readOrganisationValues, readStatements, readTags } from '../values/store.ts'
import { livedFacts } from './lived.ts'
import { presentState } from './present.ts'
import type { StateSource } from './source.ts'
import { spendingIn, statedFacts } from './stated.ts'

/** The state of alignment. Everything is read for it, once after each act and each day; what tells of amounts is left out for who may not see them. */
export const stateHandlers = ({ readInitiatives }: InitiativeSource, source: StateSource & { readonly coherence: CoherenceSource }): Handlers<typeof stateRoutes, keyof typeof strategyProblems> => ({
  readAlignmentState: ({ actor, context }) => {
    const asked = { today: todayOf(context), amounts: may(actor, 'see_money') }
    return rolledUp<AlignmentState, never>(context.db, actor, { kind: 'alignment-state', asked }, async ({ tx }) => ok(presentState(await gather(tx, actor, asked, { readInitiatives, ...source }))))
  },
})

type Sources = Pick<InitiativeSource, 'readInitiatives'> & StateSource & { readonly coherence: CoherenceSource }

/** Everything that the checks look at. */
async function gather(tx: Tx, actor: Actor, { today, amounts }: { readonly today: string; readonly amounts: boolean }, source: Sources): Promise<StateFacts> {
  const [stored, initiatives, around] = [(await readStored(tx)) ?? firstStrategy(actor.orgId), await source.readInitiatives(tx), await readAround(tx, today, source.coherence)]
  const register = presentContradictions(stored, initiatives, await readTensions(tx), around, amounts)
  const read = new Set((await readAcknowledgements(tx)).flatMap(({ version_id, unit_id }) => (version_id === stored.inForce.id ? [unit_id] : [])))
  return {
    today, ...statedFacts({ stored, initiatives, register, read, unitNames: around.unitNames, today }),
    ...livedFacts({ values: await readOrganisationValues(tx), statements: await readStatements(tx), tags: await readTags(tx), decisions: await readDecisions(tx), citations: await readCitations(tx), signals: await readSignals(tx), units: stored.inForce.unit_strategies as readonly UnitStrategy[], today }),
    ...(await source.steps(tx)), classes: amounts ? await source.classes(tx) : 'withheld', work: await source.late(tx, today),
    ...(await source.people(tx, today)), spending: amounts ? spendingIn(stored, initiatives, today) : 'withheld', pots: amounts ? await source.pots(tx, today) : 'withheld',
  }
}
