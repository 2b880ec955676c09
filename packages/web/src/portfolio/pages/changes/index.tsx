import { demandRoutes } from '@throughline/contract/demand'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import { useAddressQuery } from '../../../shell/address.ts'
import { useMoment, useRead, type Moment } from '../../../wire/index.ts'
import { latestOf } from './latest.ts'
import { ChangesPage } from './Page.tsx'
import { pageSize } from './parts/Movers.tsx'
import { fields } from './words.ts'

/** The two moments, the amount and the place in the list stand in the address; without moments, the two latest publications of what is looked at are compared. */
export default function ChangesRoute() {
  const [query, change] = useAddressQuery()
  const publications = useRead(demandRoutes.listPublications, {})
  const positions = publications.state === 'full' ? publications.value : []
  const named = ['from', 'to', 'fromPosition', 'toPosition', 'all'].some((key) => query[key] !== undefined)
  const { position: until } = useMoment()
  const latest = (back: number): Moment => latestOf(positions, until, back)
  const from = named ? momentIn(query['from'], query['fromPosition']) : latest(2)
  const to = named ? momentIn(query['to'], query['toPosition']) : latest(1)
  const field = fields.find((each) => each === query['field']) ?? 'cost'
  const skip = Number(query['skip'] ?? 0)
  const changes = useRead(portfolioRoutes.readChanges, { query: { ...sideOf('from', from), ...sideOf('to', to), field, limit: pageSize, ...(Number.isSafeInteger(skip) && skip > 0 ? { skip } : {}) } }, { enabled: named || publications.state !== 'loading' })
  const show = (nextFrom: Moment, nextTo: Moment) => {
    const sides = { from: nextFrom.asOf, fromPosition: nextFrom.position, to: nextTo.asOf, toPosition: nextTo.position }
    change({ ...sides, skip: undefined, all: Object.values(sides).some((side) => side !== undefined) ? undefined : '1' })
  }
  return (
    <ChangesPage
      {...{ changes, from, to, positions, field }}
      onFrom={(moment) => show(moment, to)}
      onTo={(moment) => show(from, moment)}
      onField={(next) => change({ field: next === 'cost' ? undefined : next, skip: undefined })}
      onSkip={(next) => change({ skip: next === 0 ? undefined : String(next) })}
    />
  )
}

const momentIn = (asOf: string | undefined, position: string | undefined): Moment => ({ ...(asOf === undefined ? {} : { asOf }), ...(position === undefined ? {} : { position }) })

const sideOf = (side: 'from' | 'to', { asOf, position }: Moment): Record<string, string> => ({ ...(asOf === undefined ? {} : { [side]: asOf }), ...(position === undefined ? {} : { [`${side}Position`]: position }) })
