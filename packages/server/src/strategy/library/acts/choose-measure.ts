import type { ChosenMeasure } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { fieldsOf, insertMeasure, noTarget, type Fields } from '../../acts/set-measures.ts'
import { usualSettings } from '../../measures/settings.ts'
import { everyMeasure, type StoredStrategy } from '../../store.ts'
import { lockStrategy } from '../../write-store.ts'
import { placedObjectives, usedMeasures, usesInWords, usesOf } from '../placed.ts'
import { whyRetired } from '../refusals.ts'
import { closeLink, findLink, insertLink, readDefinitions, type StoredDefinition } from '../store.ts'

type Unchosen = Refusal<'not_found' | 'name_taken' | 'unit_unknown' | 'due_before_baseline' | 'band_unsound' | 'definition_retired' | 'measure_defined'>

/**
 * Measures an objective by a definition of the library, or by a measure in use: one of the same strategy is linked, for it is one fact;
 * of one of another strategy the definition is repeated, with baseline, target and actuals of its own.
 */
export function chooseMeasure(db: Db, actor: Actor, objectiveId: string, { from, ...given }: ChosenMeasure, now: Date): Promise<Result<object, Unchosen>> {
  return writeAs<Result<object, Unchosen>>(db, actor, 'strategy.choose-measure', async (tx, record) => {
    const stored = await lockStrategy(tx, actor.orgId)
    const placed = placedObjectives(stored)
    const goal = placed.get(objectiveId)
    if (!goal) return refuse({ code: 'not_found', values: { what: 'objective', id: objectiveId } })
    const writing = { tx, record, actor, stored }
    if (from.kind === 'definition') {
      const definition = (await readDefinitions(tx)).find(({ id }) => id === from.id)
      if (!definition) return refuse({ code: 'not_found', values: { what: 'definition', id: from.id } })
      return whyRetired(definition) ?? insertMeasure(writing, objectiveId, agreed(fieldsOfDefinition(definition), given))
    }
    const [row, used] = [everyMeasure(stored).find(({ id }) => id === from.id), usedMeasures(stored, placed).find(({ id }) => id === from.id)]
    if (!row || !used) return refuse({ code: 'not_found', values: { what: 'measure', id: from.id } })
    if (used.objectives.some(({ id }) => id === objectiveId)) return refuse({ code: 'measure_defined', values: { name: row.name, used: usesInWords(usesOf([used])) } })
    if (!used.objectives.some(({ strategyId }) => strategyId === goal.strategyId)) return insertMeasure(writing, objectiveId, agreed(repeated(fieldsOf(row)), given))
    const id = newId()
    await insertLink(tx, { org_id: actor.orgId, id, measure_id: row.id, objective_id: objectiveId, linked_at: now.toISOString(), linked_by: actor.name })
    await record({ room: 'strategy', kind: 'measure_link', id, before: null, after: { measure: row.name, objective: goal.statement } })
    return ok({})
  })
}

/** Takes a link away; the measure stays with its own objective. Answers with the objective that was linked. */
export function unlinkMeasure(db: Db, actor: Actor, id: string, now: Date): Promise<Result<string, Refusal<'not_found'>>> {
  return writeAs<Result<string, Refusal<'not_found'>>>(db, actor, 'strategy.unlink-measure', async (tx, record) => {
    const stored = await lockStrategy(tx, actor.orgId)
    const link = await findLink(tx, id)
    if (!link) return refuse({ code: 'not_found', values: { what: 'link of a measure', id } })
    await closeLink(tx, id, now.toISOString())
    await record({ room: 'strategy', kind: 'measure_link', id, before: { measure: nameOf(stored, link.measure_id), objective: placedObjectives(stored).get(link.objective_id)?.statement ?? link.objective_id }, after: null })
    return ok(link.objective_id)
  })
}

const nameOf = (stored: StoredStrategy, id: string): string => everyMeasure(stored).find((one) => one.id === id)?.name ?? id

const fieldsOfDefinition = ({ content: { name, calculation, unit, direction, aggregation, frequency, leading, ...sheet } }: StoredDefinition): Fields => ({
  name, definition: calculation, unit, direction, aggregation, frequency, horizon: 'mid', owner: null, leading, dataSource: '', target: noTarget,
  settings: { ...usualSettings, sheet: { tellsOf: sheet.tellsOf, meaning: sheet.meaning, gamingRisk: sheet.gamingRisk, watch: sheet.watch, source: sheet.source } },
})

/** What a measure of another strategy is repeated with: what is counted and how, and nothing of what was agreed or found there. */
const repeated = ({ name, definition, unit, direction, aggregation, frequency, horizon, leading, settings: { level, band, sheet, dueAfterDays, maxAgeDays, naturalLeast } }: Fields): Fields => ({
  name, definition, unit, direction, aggregation, frequency, horizon, leading, owner: null, dataSource: '', target: noTarget, settings: { ...usualSettings, level, band, sheet, dueAfterDays, maxAgeDays, naturalLeast },
})

/** A measure with what is agreed with its choice; a band is taken over from where it is repeated, unless another is given. */
const agreed = (fields: Fields, { target, band, owner, dataSource }: Omit<ChosenMeasure, 'from'>): Fields => ({ ...fields, target: target ?? fields.target, owner: owner ?? fields.owner, dataSource: dataSource ?? fields.dataSource, settings: { ...fields.settings, band: band ?? fields.settings.band } })
