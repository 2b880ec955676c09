import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { InitiativeDetail } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import { withOrg, type Actor, type Db } from '../database/index.ts'
import { presentRevision, readRevisions } from '../governance/index.ts'
import { allowedIn, readOrganisation } from '../people/index.ts'
import { ideaBehind } from './ideas/index.ts'
import { presentDetail, presentTies } from './present.ts'
import { readRowContext } from './rows.ts'
import { readDescription, readInitiative, readNames } from './store/initiatives.ts'
import { readReports } from './store/publications.ts'
import { readTies } from './store/ties.ts'
import { readYears } from './years/store.ts'

/** Most revisions that the page of an initiative lists; the governance room has them all. */
const revisionsListed = 100

/** One initiative with its years, objectives, published history, ties and revisions, from one snapshot. */
export function detailOf(db: Db, actor: Actor, id: string): Promise<Result<InitiativeDetail, Refusal<'not_found'>>> {
  return withOrg(db, actor, async (tx) => {
    const facts = await readInitiative(tx, id)
    if (!facts) return refuse({ code: 'not_found', values: { what: 'initiative', id } })
    const [{ currency, calendar }, ties] = [await readOrganisation(tx), await readTies(tx, id)]
    const tied = [...ties.dependencies.flatMap(({ fromId, toId }) => [fromId, toId]), ...ties.exclusions.flatMap(({ initiativeIds }) => initiativeIds)]
    return ok({ may: [...allowedIn(actor, { initiativeId: id, unitId: facts.unitId })], idea: await ideaBehind(tx, id), ...presentDetail(facts, {
      ...(await readRowContext(tx, [id])), description: await readDescription(tx, id), reports: await readReports(tx, { initiativeId: id, narratives: true }),
      ties: presentTies(ties, await readNames(tx, tied), id), revisions: (await readRevisions(tx, { entityId: id, limit: revisionsListed })).map(presentRevision), calendar,
      years: (await readYears(tx, [id], currency)).get(id) ?? { cost: [], benefits: [] },
    }) })
  })
}
