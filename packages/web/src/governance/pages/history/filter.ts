import { subjectRooms } from '@throughline/contract/governance'

/** What the history is narrowed down to, as the address says it. Days are the reader's own, both included. */
export type HistoryFilter = { readonly of?: string; readonly room?: string; readonly kind?: string; readonly act?: string; readonly by?: string; readonly from?: string; readonly to?: string }

export const historyRooms = ['people', 'strategy', 'demand', 'capacity', 'delivery', 'portfolio', 'value', 'governance'] as const

/** Kinds of things that are changed without being talked about. */
const further: Readonly<Record<string, string>> = { contribution: 'strategy', dependency: 'demand', exclusion: 'demand', planning_demand: 'portfolio', organisation: 'people', member: 'people', token: 'people', session: 'people', comment: 'governance', initiative_plan: 'capacity', capacity_setting: 'capacity' }

/** The kinds of things that a room keeps; of every room where none is named. */
export const kindsOfRoom = (room: string | undefined): readonly string[] =>
  Object.entries({ ...subjectRooms, ...further }).filter(([, of]) => room === undefined || of === room).map(([kind]) => kind).sort()

const filterKeys = ['of', 'room', 'kind', 'act', 'by', 'from', 'to'] as const

export const filterOf = (query: Readonly<Record<string, string>>): HistoryFilter => Object.fromEntries(filterKeys.flatMap((key) => (query[key] === undefined ? [] : [[key, query[key]]])))

/** The filter as the server takes it: a day begins and ends at midnight where the reader is. */
export function asked({ of, from, to, ...same }: HistoryFilter): Readonly<Record<string, string>> {
  const midnight = (day: string, later: number): string | undefined => {
    const [year = NaN, month = NaN, date = NaN] = day.split('-').map(Number)
    const at = new Date(year, month - 1, date + later)
    return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
  }
  const start = from === undefined ? undefined : midnight(from, 0)
  const end = to === undefined ? undefined : midnight(to, 1)
  return { ...same, ...(of === undefined ? {} : { entityId: of }), ...(start === undefined ? {} : { from: start }), ...(end === undefined ? {} : { until: end }) }
}
