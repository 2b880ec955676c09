import type { CustomField, InitiativeRow, ListWindow } from '@throughline/contract/demand'
import { formatIn } from '../../../format/index.ts'
import { initiativeColumns } from './columns.ts'

const money = (minor: string) => ({ status: 'ok' as const, value: { minor, currency: 'GBP', basis: { kind: 'nominal' as const }, cashClass: 'na' as const } })

/** Fields that an organisation added, one of each kind that is written differently. */
export const fields: readonly CustomField[] = [
  { id: '01890a5d-ac96-774b-bcce-b302099a8101', name: 'Effort', kind: 'number', unit: 'FTE', choices: [], note: 'At its peak', values: 1, version: 1 },
  { id: '01890a5d-ac96-774b-bcce-b302099a8102', name: 'Carbon cost', kind: 'money', unit: null, choices: [], note: '', values: 1, version: 1 },
  { id: '01890a5d-ac96-774b-bcce-b302099a8103', name: 'Horizon', kind: 'choice', unit: null, choices: ['H1', 'H2'], note: '', values: 0, version: 1 },
  { id: '01890a5d-ac96-774b-bcce-b302099a8104', name: 'Statutory', kind: 'yes_no', unit: null, choices: [], note: '', values: 1, version: 1 },
]

/** One initiative: a cost to the penny, benefits that were withheld, and values in fields of one's own. */
export const row: InitiativeRow = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057', key: 'I-1', name: 'Faster claims', kind: 'project', state: 'active', unitId: null, unit: null, category: null, sponsor: null, mandatory: false,
  rating: { scale: 'three_point', level: 'amber' }, ratingAsOf: '2024-03-31', previousRating: null, startOn: '2024-01-01', endOn: null, cost: money('123456789012'), benefits: { status: 'undefined', reason: 'EXEMPT' },
  inYearBaseline: { status: 'missing', inputs: ['inYearBaseline'] }, inYearForecast: { status: 'missing', inputs: ['inYearForecast'] }, ratio: { status: 'undefined', reason: 'EXEMPT' }, alignment: { status: 'missing', inputs: ['contribution'] },
  objectives: 0, current: true, reports: 1, flags: ['exempt'], custom: { '01890a5d-ac96-774b-bcce-b302099a8101': '7.5', '01890a5d-ac96-774b-bcce-b302099a8102': '125050', '01890a5d-ac96-774b-bcce-b302099a8104': 'no' }, version: 1, may: ['edit_initiative', 'edit_money', 'record_value'],
}

/** The head of a list with that initiative in it. */
export const listWindow: ListWindow = {
  total: 1, from: 0, rows: [row], groups: [], cost: money('123456789012'), benefits: { status: 'undefined', reason: 'EXEMPT' }, stamp: 's1', publications: [{ id: row.id, title: 'Annual report', asOf: '2024-03-31', rows: 1 }],
}

export const columns = initiativeColumns({ units: [{ id: 'u1', code: 'FIN', name: 'Finance', parentId: null, kind: 'department', version: 1 }], fields, currency: 'GBP', format: formatIn('en-GB'), canEdit: true })
