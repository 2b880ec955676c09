import { demandRoutes, type InitiativeRow } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { useCallback, useRef } from 'react'
import { places } from '../../../format/index.ts'
import { useSignedIn } from '../../../people/index.ts'
import { useAddressQuery, useGo } from '../../../shell/address.ts'
import type { CellValue, EntryRefusal } from '../../../ui/grid/index.ts'
import { useToast } from '../../../ui/overlays/Toast.tsx'
import { download, problemOf, readAhead, useAct, useRead } from '../../../wire/index.ts'
import { changeOf } from './edits.ts'
import { InitiativesPage } from './Page.tsx'

export const prepare = readAhead(demandRoutes.listInitiatives, { query: { current: true } })

/** All initiatives; the address keeps the view, the browser keeps the columns. */
export default function InitiativesRoute() {
  const session = useSignedIn()
  const [query, change] = useAddressQuery()
  const currentOnly = query['all'] === undefined
  const reading = useRead(demandRoutes.listInitiatives, { query: { current: currentOnly } })
  const units = useRead(peopleRoutes.listUnits, {})
  const currency = session?.organisation.currency ?? 'GBP'
  const add = useAct(demandRoutes.createInitiative)
  const edit = useAct(demandRoutes.changeInitiative)
  const remove = useAct(demandRoutes.removeInitiative)
  const go = useGo()
  const toast = useToast()
  const inTurn = useInTurn()
  const { run } = edit
  const onEdit = useCallback(
    async (row: InitiativeRow, column: string, value: CellValue): Promise<Result<unknown, EntryRefusal>> => {
      const asked = changeOf(row, column, value, currency)
      if (!asked.ok) return asked
      return inTurn(row, async (version) => {
        const changed = await run({ params: { id: row.id }, body: { version, ...asked.value } })
        return changed.ok ? ok(changed.value) : refuse({ message: changed.refusal.detail })
      })
    },
    [run, currency, inTurn],
  )
  return (
    <InitiativesPage
      {...{ reading, currency, currentOnly, onEdit }}
      units={units.state === 'full' ? units.value : noUnits}
      canEdit={session?.can.edit ?? false}
      view={query['view'] === 'picture' ? 'picture' : 'grid'}
      onView={(view) => change({ view: view === 'grid' ? undefined : view })}
      onCurrentOnly={(only) => change({ all: only ? undefined : '1' })}
      onOpen={(id) => go(places.initiative(id))}
      onAdd={(entered) => add.run({ body: entered })}
      onRemove={({ id }) => remove.run({ params: { id } })}
      onExport={(format) => void download(demandRoutes.exportInitiatives, { query: { format, current: currentOnly } }, `initiatives.${format}`).catch((error: unknown) => toast({ message: problemOf(error).detail, tone: 'bad' }))}
    />
  )
}

const noUnits: readonly never[] = []

type Change = (version: number) => Promise<Result<InitiativeRow, EntryRefusal>>

/** Several cells of one row entered quickly are sent one after the other, each on the version that the one before it made. */
function useInTurn(): (row: InitiativeRow, change: Change) => Promise<Result<InitiativeRow, EntryRefusal>> {
  const under = useRef(new Map<string, Promise<number>>())
  return useCallback((row, change) => {
    const before = under.current.get(row.id) ?? Promise.resolve(row.version)
    const outcome = before.then((version) => change(Math.max(version, row.version)))
    under.current.set(row.id, Promise.all([before, outcome]).then(([version, result]) => (result.ok ? result.value.version : version)))
    return outcome
  }, [])
}
