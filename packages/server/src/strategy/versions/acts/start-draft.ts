import type { NewDraft, ObjectiveMapping, StrategyRefusal } from '@throughline/contract/strategy'
import type { WireRefusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Static } from 'typebox'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { lockStrategy } from '../../write-store.ts'
import { contentInForce, contributionsInForce, plainDocument, type StrategyDocument } from '../content.ts'
import { versionMeasuresOf } from '../measures.ts'
import { nameOfVersion } from '../policy.ts'
import { insertDocument, insertVersion, plainLink, readDocument, readLinks, readNext, readVersionRow, readVersions, type VersionRow } from '../store.ts'

type Refused = StrategyRefusal | WireRefusal

/** Begins the next version beside the one in force: from what is in force, or from an earlier version, which is how a recalibration is undone. */
export function startDraft(db: Db, actor: Actor, given: Static<typeof NewDraft>, now: Date): Promise<Result<string, Refused>> {
  return writeAs<Result<string, Refused>>(db, actor, 'strategy.start-draft', async (tx, record) => {
    const stored = await lockStrategy(tx, actor.orgId)
    const next = await readNext(tx)
    if (next) return refuse({ code: 'draft_exists', values: { name: nameOfVersion(next), by: next.drafted_by ?? 'someone' } })
    const today = now.toISOString().slice(0, 10)
    if (given.signalOn > today) return refuse({ code: 'signal_ahead', values: { found: given.signalOn, today } })
    const inForce = contentInForce(stored, (await readLinks(tx)).map(plainLink))
    let document = plainDocument(inForce, inForce)
    if (given.from) {
      const measures = versionMeasuresOf(stored)
      const [row, earlier] = [await readVersionRow(tx, given.from), await readDocument(tx, given.from, measures)]
      if (!row || row.status !== 'superseded' || !earlier) return refuse({ code: 'not_found', values: { what: 'earlier version', id: given.from } })
      const last = await readDocument(tx, stored.inForce.id, measures)
      document = goingBack(document, earlier, contributionsInForce(stored), row.no === stored.inForce.no - 1 ? (last?.mappings ?? []) : [])
    }
    const [id, all] = [newId(), await readVersions(tx, true)]
    const head = { title: given.title.trim(), reason: given.reason.trim(), signal_on: given.signalOn }
    const at = now.toISOString()
    await insertVersion(tx, { ...head, org_id: actor.orgId, id, strategy_id: stored.strategy.id, no: nextNumber(all), status: 'draft', drafted_at: at, drafted_by_id: actor.accountId, drafted_by: actor.name, changed_at: at, changed_by: actor.name })
    await insertDocument(tx, actor.orgId, id, document)
    await record({ room: 'strategy', kind: 'strategy_version', id, before: null, after: { title: head.title, reason: head.reason, signalOn: given.signalOn, from: given.from ?? null } })
    return ok(id)
  })
}

const nextNumber = (all: readonly Pick<VersionRow, 'no'>[]): number => Math.max(0, ...all.map(({ no }) => no)) + 1

/** What an earlier version said, as changes of what is in force now (undo). What became of objectives since is told the other way round. */
export function goingBack(document: StrategyDocument, earlier: StrategyDocument, inForce: ReturnType<typeof contributionsInForce>, since: readonly ObjectiveMapping[]): StrategyDocument {
  const place = (one: { readonly initiativeId: string; readonly key: string }): string => `${one.initiativeId} ${one.key}`
  const [was, is] = [new Map(earlier.contributions.map((one) => [place(one), one])), new Map(inForce.map((one) => [place(one), one]))]
  const keys = new Set(earlier.content.objectives.map(({ key }) => key))
  const restored = earlier.contributions.filter((one) => is.get(place(one))?.contribution !== one.contribution).map((one) => ({ ...one, base: is.get(place(one))?.contribution ?? null }))
  const gone = inForce.filter((one) => keys.has(one.key) && !was.has(place(one))).map(({ initiativeId, key, contribution }) => ({ initiativeId, key, contribution: null, rationale: '', base: contribution }))
  return { ...document, content: earlier.content, contributions: [...restored, ...gone], mappings: since.map((mapping) => turned(mapping, earlier, new Map(document.content.objectives.map(({ key, weight }) => [key, weight])))) }
}

function turned(mapping: ObjectiveMapping, earlier: StrategyDocument, weights: ReadonlyMap<string, number>): ObjectiveMapping {
  switch (mapping.kind) {
    case 'retired':
      return { ...mapping, kind: 'added' }
    case 'added': {
      // What the added objective weighs by now goes back to what it came from; where nobody said, or said less of it, to the first of them.
      const whole = weights.get(mapping.key) ?? 0
      const [first, ...others] = mapping.weight.length > 0 ? mapping.weight : earlier.content.objectives.slice(0, 1).map(({ key }) => ({ key, weight: 0 }))
      const rest = whole - others.reduce((sum, part) => sum + part.weight, 0)
      if (!first || whole === 0) return { kind: 'retired', key: mapping.key, weight: [] }
      return { kind: 'retired', key: mapping.key, weight: rest < 0 ? [{ key: first.key, weight: whole }] : [{ key: first.key, weight: Math.round(rest * 1e8) / 1e8 }, ...others] }
    }
    case 'merged':
      return { kind: 'split', from: mapping.to, to: mapping.from }
    case 'split':
      return { kind: 'merged', from: mapping.to, to: mapping.from }
    case 'same_meaning':
      return mapping
  }
}
