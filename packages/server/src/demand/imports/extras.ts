import { readCustomValue } from '@throughline/engine/demand'
import type { FiscalCalendar } from '@throughline/engine/kernel'
import { newId } from '../../database/index.ts'
import { readOrganisation } from '../../people/index.ts'
import { fieldNamed, insertField, type FieldRecord } from '../fields/store.ts'
import { insertChanges } from '../store/import-changes.ts'
import type { Extra, Extras } from '../store/import-extras.ts'
import type { Applying } from './apply.ts'
import type { PlannedGroup } from './plan.ts'
import type { StagedSummary } from './reading/index.ts'

/** What it takes to keep what has no field of its own: the custom fields by the key of their column, and the fiscal calendar. */
export type Keeping = { readonly fields: ReadonlyMap<string, Pick<FieldRecord, 'id' | 'kind' | 'choices'>>; readonly calendar: FiscalCalendar }

/** The custom fields that the columns of a file are kept as; those that are not there are added under the heading. */
export async function keepColumns({ tx, actor, record }: Applying, importId: string, { mapping }: StagedSummary): Promise<Keeping> {
  const fields = new Map<string, Pick<FieldRecord, 'id' | 'kind' | 'choices'>>()
  for (const { field, keepAs } of mapping.columns) {
    if (!field?.startsWith('custom:') || fields.has(field)) continue
    const name = field.slice('custom:'.length).slice(0, 80).toWellFormed().trim()
    const known = await fieldNamed(tx, name)
    if (known) {
      fields.set(field, known)
      continue
    }
    const fresh = { id: newId(), name, kind: keepAs?.kind ?? ('text' as const), unit: null, choices: [], note: '' }
    await insertField(tx, { ...fresh, org_id: actor.orgId })
    await record({ room: 'demand', kind: 'custom_field', id: fresh.id, before: null, after: { name, kind: fresh.kind, unit: null, choices: [], note: '' } })
    await insertChanges(tx, importId, [{ kind: 'custom_field', entity_id: fresh.id, before: null, after: null }])
    fields.set(field, fresh)
  }
  return { fields, calendar: (await readOrganisation(tx)).calendar }
}

/** What the newest position of a group says beside the fields, where it differs from what is there; an amount that somebody entered after its date stays. */
export function changedExtras({ latest }: PlannedGroup, held: Extras, { fields, calendar }: Keeping): Extras {
  if (!latest) return {}
  const custom = latest.row.custom.flatMap(({ field, value }): readonly (readonly [string, Extra])[] => {
    const form = fields.get(field)
    const read = form && readCustomValue(form, value)
    return form && read?.ok && read.value !== null ? [[`custom:${form.id}`, { value: read.value }]] : []
  })
  const years = latest.row.years.flatMap(({ kind, year, spans, minor, cell, asPublished }): readonly (readonly [string, Extra])[] =>
    minor === null ? [] : [[`year:${kind}:${beginsIn(calendar, year, spans)}`, { value: minor, source: { kind: 'published', reportId: latest.reportId, publication: latest.publication, asOf: latest.asOf, cell, asPublished } }]])
  return Object.fromEntries([...custom, ...years].filter(([key, { value }]) => {
    const source = held[key]?.source
    return held[key]?.value !== value && !(source?.kind === 'entered' && source.at.slice(0, 10) > latest.asOf)
  }))
}

/** The calendar year in which a fiscal year begins: of '2024-25' the first; where the organisation names years by their end, of FY2025 the one before. */
const beginsIn = ({ startMonth, startDay, label }: FiscalCalendar, year: number, spans: boolean): number => (!spans && label === 'end' && !(startMonth === 1 && startDay === 1) ? year - 1 : year)
