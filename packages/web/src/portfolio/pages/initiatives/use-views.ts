import { demandRoutes, type View } from '@throughline/contract/demand'
import type { Problem } from '@throughline/contract/wire'
import { ok, type Result } from '@throughline/engine/kernel'
import { useCallback, useMemo, useState } from 'react'
import { useAddressQuery } from '../../../shell/address.ts'
import type { GridView } from '../../../ui/grid/index.ts'
import { useAct, useRead } from '../../../wire/index.ts'
import { keepInBrowser, keptLook, lookOfBrowser, readLook, sameLook, type Look } from './look.ts'

type Done = Promise<Result<unknown, Problem>>
/** The saved views, the one in force, and what can be done with them. */
export type ViewActs = {
  readonly views: readonly View[]
  /** The view in force; undefined for one's own unsaved look. */
  readonly active: View | undefined
  /** The person looks at it otherwise than it was saved. */
  readonly changed: boolean
  onChoose(id: string | undefined): void
  onSave(): Done
  onSaveAs(name: string, sharing: View['sharing']): Done
  /** Upon a version that was seen; left out, the one that is known now. */
  onChange(change: { readonly name?: string; readonly sharing?: View['sharing'] }, version?: number): Done
  onRemove(): Done
  onReset(): void
}

/** How the list looks: as a saved view has it, else as this browser last had it; changes are kept until another view is chosen. */
export function useViews(): { readonly view: Partial<GridView> | undefined; readonly all: boolean; onViewChange(view: GridView): void; onAll(all: boolean): void; readonly acts: ViewActs } {
  const [query, setQuery] = useAddressQuery()
  const reading = useRead(demandRoutes.listViews, { query: { list: 'initiatives' } })
  const [create, change, remove] = [useAct(demandRoutes.createView), useAct(demandRoutes.changeView), useAct(demandRoutes.removeView)]
  const [changed, setChanged] = useState<{ readonly of: string | undefined; readonly view: Partial<GridView> }>()
  const views = reading.state === 'full' ? reading.value : noViews
  const id = query['look']
  const active = views.find((view) => view.id === id)
  const saved = useMemo((): Look | undefined => (id === undefined ? lookOfBrowser() : active ? readLook(active.look) : reading.state === 'loading' ? undefined : {}), [id, active, reading.state])
  const view = changed && changed.of === id ? changed.view : saved
  const all = query['all'] !== undefined
  const look = keptLook(view ?? {}, all)
  const onViewChange = useCallback((next: GridView) => {
    setChanged({ of: id, view: next })
    if (id === undefined) keepInBrowser(keptLook(next, false))
  }, [id])
  const choose = (chosen: View | undefined, to: string | undefined): void => {
    setChanged(undefined)
    setQuery({ look: to, all: chosen && readLook(chosen.look).all ? '1' : undefined })
  }
  const acts: ViewActs = {
    views, active, changed: active !== undefined && !sameLook(look, readLook(active.look)),
    onChoose: (to) => choose(views.find((one) => one.id === to), to),
    onSave: async () => (active ? change.run({ params: { id: active.id }, body: { version: active.version, look } }) : ok(undefined)),
    onSaveAs: async (name, sharing) => {
      const made = await create.run({ body: { list: 'initiatives', name, look, sharing } })
      if (made.ok) setQuery({ look: made.value.id })
      return made
    },
    onChange: async (what, version) => (active ? change.run({ params: { id: active.id }, body: { version: version ?? active.version, ...what } }) : ok(undefined)),
    onRemove: async () => {
      const gone = active ? await remove.run({ params: { id: active.id } }) : ok(undefined)
      if (gone.ok) choose(undefined, undefined)
      return gone
    },
    onReset: () => {
      if (id === undefined) keepInBrowser({})
      // Nothing touched: the grid fills in what its columns say.
      setChanged(id === undefined ? { of: undefined, view: {} } : undefined)
    },
  }
  return { view, all, onViewChange, onAll: (wanted) => setQuery({ all: wanted ? '1' : undefined }), acts }
}

const noViews: readonly View[] = []
