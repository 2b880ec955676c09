import { demandRoutes } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import type { Answer, People } from '../../database/index.ts'
import { days, type DrawnAct, type Drawing, type Writers } from './kinds.ts'

const head = 'Id,Name,Department,Whole-life cost (EUR),Benefits (EUR),Start date,End date,Delivery confidence'

/** Initiatives: written down, published, changed, with their years, fields and ties. */
export const demandActs = ({ owner, editor }: Writers, { one, on, row, word, minor, below }: Drawing): Readonly<Record<string, DrawnAct>> => ({
  'create an initiative': () => editor.call(demandRoutes.createInitiative, { body: { name: word(), costMinor: minor(), benefitsMinor: minor(), startOn: '2026-01-01', endOn: '2027-06-30' } }),
  'create another': () => editor.call(demandRoutes.createInitiative, { body: { name: word(), costMinor: minor() } }),
  'publish': () => publish(editor, one(days) ?? days[0], [`A1,Harbour,Ports,${minor()},900,2025-01-01,2026-12-31,Amber`, `A2,Dock,Ports,${minor()},,2025-01-01,2026-12-31,Red`, ...(below(2) ? [`A3,Quay ${below(9)},Ports,5,9,2025-01-01,2026-12-31,Green`] : [])]),
  'change an initiative': async () => on(row(), async ({ id, version }) => editor.call(demandRoutes.changeInitiative, { params: { id }, body: { version, name: word(), costMinor: minor(), unitId: one(await owner.read(peopleRoutes.listUnits, {}))?.id ?? null, why: 'a better estimate' } })),
  'set its years': async () => on(row(), ({ id, version }) => editor.call(demandRoutes.setYears, { params: { id }, body: { version, lines: [{ year: 2025 + below(4), kind: one(['cost', 'benefits'] as const) ?? 'cost', amountMinor: minor() }] } })),
  'create a field': () => editor.call(demandRoutes.createField, { body: { name: word(), kind: 'number', unit: 'km' } }),
  'fill a field': async () => on(row(), async ({ id, version }) => on(owner.read(demandRoutes.listFields, {}).then(one), (field) => editor.call(demandRoutes.changeCells, { body: { changes: [{ id, version, field: `custom:${field.id}`, value: minor() }] } }))),
  'tie two': async () => on(row(), async (from) => on(row(), (to) => editor.call(demandRoutes.createDependency, { body: { fromId: from.id, toId: to.id } }))),
  'publish again': () => publish(editor, one(days) ?? days[0], [`A1,Harbour,Ports,${minor()},900,2025-01-01,2027-03-31,Red`]),
})

async function publish(editor: People['editor'], asOf: string, rows: readonly string[]): Promise<Answer> {
  const { id } = await editor.read(demandRoutes.uploadImport, { query: { fileName: 'published.csv' }, body: Buffer.from([head, ...rows].join('\n')) })
  await editor.read(demandRoutes.changeImport, { params: { id }, body: { title: `Position of ${asOf}`, asOf, scope: 'whole' } })
  return editor.call(demandRoutes.applyImport, { params: { id } })
}
