import type { linkRoutes, MapIssue, StrategyMap, strategyProblems, UnitStrategy } from '@throughline/contract/strategy'
import { toWire } from '@throughline/contract/wire'
import { ok, type Result } from '@throughline/engine/kernel'
import { mapIssues, type CausalLink } from '@throughline/engine/strategy'
import { withOrg, type Actor, type Db, type Tx } from '../../database/index.ts'
import { afterAct, type Handlers } from '../../http/index.ts'
import { readUnits } from '../../people/index.ts'
import { rolledUp } from '../../rollups/index.ts'
import { readAcceptedLinks } from '../between/accepted.ts'
import { firstStrategy } from '../first-strategy.ts'
import type { InitiativeSource } from '../initiative-source.ts'
import { presentStrategy } from '../present.ts'
import { factsOf, readStored } from '../store.ts'
import { readLinks, readNext } from '../versions/store.ts'
import { changeLink, createLink, removeLink } from './acts.ts'
import { belowOnMap } from './below.ts'
import { evidenceOf } from './series.ts'

/** The strategy map and the claims that it makes. */
export function linkHandlers(source: InitiativeSource): Handlers<typeof linkRoutes, keyof typeof strategyProblems> {
  const mapOf = async (tx: Tx, actor: Actor): Promise<StrategyMap> => {
    const stored = (await readStored(tx)) ?? firstStrategy(actor.orgId)
    const initiatives = await source.readInitiatives(tx)
    const strategy = presentStrategy(stored, initiatives)
    const inForce = new Set(stored.objectives.map(({ id }) => id))
    const links = (await readLinks(tx)).filter(({ fromId, toId }) => inForce.has(fromId) && inForce.has(toId))
    const { measures } = factsOf(stored)
    const claims = links.map(({ id, fromId, toId, polarity, lag }): CausalLink => ({ id, from: fromId, to: toId, polarity: polarity === 'same' ? 1 : -1, lag }))
    const band = new Map(stored.perspectives.map(({ id }, place) => [id, place]))
    const bandOf = new Map(stored.objectives.map(({ id, perspective_id }) => [id, band.get(perspective_id) ?? 0]))
    const evidence = new Map(claims.map((claim) => [claim.id, evidenceOf(claim, measures)]))
    const issues = mapIssues(claims, (id) => bandOf.get(id) ?? 0)
    const names = new Map(stored.objectives.map(({ id, statement }) => [id, statement]))
    return toWire({
      strategyVersion: { id: stored.inForce.id, no: stored.inForce.no }, perspectives: strategy.perspectives, objectives: strategy.objectives,
      links: links.map(({ id, version, fromId, toId, polarity, lag, rationale }) => ({ id, version, from: fromId, to: toId, polarity, lag, rationale, evidence: evidence.get(id) })),
      issues: issues.map(({ code, linkIds }) => ({ code, linkIds, words: issueWords(code, linkIds.flatMap((id) => claims.find((one) => one.id === id) ?? []), names) })),
      unserved: strategy.unserved, ...belowOnMap(stored, initiatives, new Map((await readUnits(tx)).map(({ id, name }) => [id, name]))), commonLinks: await readAcceptedLinks(tx, stored.inForce.unit_strategies as readonly UnitStrategy[]), units: stored.inForce.units, waivers: stored.inForce.waivers, draftId: (await readNext(tx))?.id ?? null,
    }) as unknown as StrategyMap
  }
  const then = <R>(outcome: Promise<Result<object, R>>, db: Db, actor: Actor): Promise<Result<StrategyMap, R>> => afterAct(outcome, () => withOrg(db, actor, (tx) => mapOf(tx, actor)))
  return {
    // Everything is read for it, once after each act: until the next one it is asked for as it was kept.
    readMap: ({ actor, context: { db } }) => rolledUp<StrategyMap, never>(db, actor, { kind: 'strategy-map', asked: null }, async ({ tx }) => ok(await mapOf(tx, actor))),
    createLink: ({ actor, body, context: { db } }) => then(createLink(db, actor, body), db, actor),
    changeLink: ({ actor, params, body, context: { db } }) => then(changeLink(db, actor, params.id, body), db, actor),
    removeLink: ({ actor, params, context: { db, now } }) => then(removeLink(db, actor, params.id, now), db, actor),
  }
}

function issueWords(code: MapIssue['code'], links: readonly CausalLink[], names: ReadonlyMap<string, string>): string {
  const said = links.map(({ from, to }) => `“${names.get(from) ?? ''}” → “${names.get(to) ?? ''}”`).join(', ')
  switch (code) {
    case 'link_to_itself':
      return `A link leads from an objective to itself: ${said}.`
    case 'contrary_cycle':
      return `This circle works against itself: ${said}.`
    case 'against_the_layers':
      return `This link leads from an outer band back to an inner one: ${said}.`
  }
}
