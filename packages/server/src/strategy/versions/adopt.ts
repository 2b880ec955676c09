import type { VersionContribution, VersionMeasure, VersionObjective } from '@throughline/contract/strategy'
import type { Actor, Record as Recorder, Tx } from '../../database/index.ts'
import { newId } from '../../database/index.ts'
import { everyMeasure, type StoredStrategy } from '../store.ts'
import { closeContribution, insertContributions, insertMeasures, insertObjectives, insertPerspectives, updateMeasure, updateObjective, updatePerspective, updateStrategy } from '../write-store.ts'
import { readEver, readLinks, writeLinks } from './adopt-store.ts'
import type { DraftContent } from './content.ts'
import { contributionsInForce } from './content.ts'
import { measuredObjectives, versionMeasuresOf, type MeasuredObjective } from './measures.ts'
import { sameMeasure } from './merge.ts'

type Adopting = { readonly tx: Tx; readonly actor: Actor; readonly record: Recorder; readonly now: Date; readonly why: string; readonly versionId: string; /** What the version is called. */ readonly called: string }

/**
 * Puts what a version says in place of the strategy in force. Objectives, measures and links keep their ids by key, so that whatever names
 * them goes on to; what the version does not hold stays with the version that is superseded, and comes back with the same id.
 */
export async function adoptContent(adopting: Adopting, stored: StoredStrategy, content: DraftContent, contributions: readonly VersionContribution[]): Promise<void> {
  const { tx, actor, versionId } = adopting
  const { name, mission, vision } = content
  await updateStrategy(tx, stored.strategy.id, { name, mission, vision })
  const ever = await readEver(tx)
  const own = { org_id: actor.orgId, strategy_version_id: versionId }
  for (const one of content.perspectives) {
    if (ever.perspectives.has(one.id)) await updatePerspective(tx, one.id, { name: one.name, ord: one.order, strategy_version_id: versionId, removed_at: null })
    else await insertPerspectives(tx, [{ ...own, id: one.id, name: one.name, ord: one.order }])
  }
  for (const one of content.objectives) await adoptObjective(adopting, one, ever.objectives.has(one.id))
  await adoptMeasures(adopting, stored, measuredObjectives(content), ever.measures)
  await adoptContributions(adopting, stored, content.objectives, contributions)
  await writeLinks(tx, actor.orgId, await readLinks(tx), content)
}

async function adoptObjective({ tx, actor, versionId }: Adopting, one: VersionObjective, known: boolean): Promise<void> {
  const { statement, description, owner, deadline, mandatory, origin, citations } = one
  const fields = { statement, description, owner, deadline, mandatory, origin, weight: String(one.weight), perspective_id: one.perspectiveId, parent_key: one.parentKey, strategy_version_id: versionId }
  if (known) await updateObjective(tx, one.id, { ...fields, citations: JSON.stringify(citations), removed_at: null })
  else await insertObjectives(tx, [{ ...fields, org_id: actor.orgId, id: one.id, stable_key: one.key, citations }])
}

/** Measures follow their objective, of the organisation or of a unit; those that the version drops are removed, their actuals stay as they were. What it leaves as it is is not touched. */
async function adoptMeasures({ tx, actor, now, called }: Adopting, stored: StoredStrategy, objectives: readonly MeasuredObjective[], ever: ReadonlySet<string>): Promise<void> {
  const kept = new Set(objectives.flatMap(({ measures }) => measures.map(({ id }) => id)))
  const held = new Set(objectives.map(({ id }) => id))
  const standing = new Map([...versionMeasuresOf(stored)].flatMap(([objectiveId, measures]) => measures.map((one) => [one.id, { objectiveId, one }] as const)))
  for (const { id, objective_id } of everyMeasure(stored)) if (!kept.has(id) && held.has(objective_id)) await updateMeasure(tx, id, { removed_at: now.toISOString() })
  for (const { id: objectiveId, measures } of objectives)
    for (const one of measures) {
      const was = standing.get(one.id)
      if (was?.objectiveId === objectiveId && sameMeasure(was.one, one)) continue
      const fields = measureFields(one, objectiveId)
      const because = was?.one.target.target === fields.target ? {} : { target_because: JSON.stringify({ kind: 'strategy', words: called }) }
      if (ever.has(one.id)) await updateMeasure(tx, one.id, { ...fields, ...because, removed_at: null })
      else await insertMeasures(tx, [{ ...fields, org_id: actor.orgId, id: one.id, unit: one.unit, direction: one.direction, aggregation: 'stock', frequency: 'quarter', horizon: 'mid', is_leading: false, owner: null, data_source: '', origin: 'entered' }])
    }
}

const measureFields = ({ name, definition, target, band }: VersionMeasure, objectiveId: string) => ({
  objective_id: objectiveId, name, definition, baseline: target.baseline, baseline_on: target.baselineOn, target: target.target, due_on: target.dueOn, tolerance: target.tolerance, ...(band ? { band_low: band.low, band_high: band.high } : {}),
})

/** Closes what is not said any more and adds what is said anew; what stays as it was is left alone. */
async function adoptContributions({ tx, actor, now, record, why }: Adopting, stored: StoredStrategy, objectives: readonly VersionObjective[], contributions: readonly VersionContribution[]): Promise<void> {
  const at = now.toISOString()
  const ids = new Map([...stored.objectives.map(({ stable_key, id }) => [stable_key, id] as const), ...objectives.map(({ key, id }) => [key, id] as const)])
  const place = (one: { readonly initiativeId: string; readonly key: string }): string => `${one.initiativeId} ${one.key}`
  const inForce = contributionsInForce(stored)
  const [was, is] = [new Map(inForce.map((one) => [place(one), one])), new Map(contributions.map((one) => [place(one), one]))]
  const differs = (one: VersionContribution): boolean => was.get(place(one))?.contribution !== one.contribution || was.get(place(one))?.rationale !== one.rationale
  const [gone, fresh] = [inForce.filter((one) => !is.has(place(one))), contributions.filter(differs)]
  for (const { initiativeId, key } of [...gone, ...fresh.filter((one) => was.has(place(one)))]) await closeContribution(tx, { initiativeId, objectiveId: ids.get(key) ?? '' }, at)
  await insertContributions(tx, fresh.map(({ initiativeId, key, contribution, rationale, origin }) => ({ org_id: actor.orgId, id: newId(), initiative_id: initiativeId, objective_id: ids.get(key) ?? '', contribution: String(contribution), rationale, origin, recorded_at: at, recorded_by: actor.name })))
  const said = (one: VersionContribution | undefined): object | null => (one ? { objectiveId: ids.get(one.key) ?? '', contribution: one.contribution, rationale: one.rationale } : null)
  await record(...[...gone, ...fresh].map((one) => ({ room: 'strategy', kind: 'contribution', id: one.initiativeId, before: said(was.get(place(one))), after: said(is.get(place(one))), why })))
}
