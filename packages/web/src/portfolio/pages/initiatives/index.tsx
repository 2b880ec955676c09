import { demandRoutes, type CustomField, type ListWindow } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import type { Result } from '@throughline/engine/kernel'
import type { Problem } from '@throughline/contract/wire'
import { useCallback, useMemo } from 'react'
import { places, useFormat } from '../../../format/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery, useGo } from '../../../shell/address.ts'
import { useToast } from '../../../ui/overlays/Toast.tsx'
import { call, download, problemOf, readAhead, useAct, useRead } from '../../../wire/index.ts'
import { askOf } from './ask.ts'
import { initiativeColumns } from './columns.ts'
import { exportRequest } from './export.ts'
import { sourceGroups } from './groups.ts'
import { InitiativesPage } from './Page.tsx'
import type { FieldActs, FieldEntered } from './parts/Fields.tsx'
import { useBulk } from './use-bulk.ts'
import { useCells } from './use-cells.ts'
import { firstRequest, useInitiativeList } from './use-list.ts'
import { usePicture } from './use-picture.ts'
import { useViews } from './use-views.ts'

export const prepare = readAhead(demandRoutes.readWindow, firstRequest(true))

/** All initiatives; the address keeps the view and the tab, the browser keeps the look until it is saved. */
export default function InitiativesRoute() {
  const session = useSignedIn()
  const [query, change] = useAddressQuery()
  const { view: look, all, onViewChange, onAll, acts: views } = useViews()
  const units = useRead(peopleRoutes.listUnits, {})
  const fields = useRead(demandRoutes.listFields, {})
  const currency = session?.organisation.currency ?? 'GBP'
  const canEdit = allows(session, 'edit_initiative')
  const format = useFormat()
  const knownUnits = units.state === 'full' ? units.value : none
  const knownFields = fields.state === 'full' ? fields.value : none
  const columns = useMemo(() => initiativeColumns({ units: knownUnits, fields: knownFields, currency, format, canEdit }), [knownUnits, knownFields, currency, format, canEdit])
  const ask = useMemo(() => askOf({ sort: look?.sort ?? none, filters: look?.filters ?? noFilters, quick: look?.quick ?? '', groups: look?.groups ?? none }, columns, !all), [look?.sort, look?.filters, look?.quick, look?.groups, columns, all])
  const groupsOf = useCallback((window: ListWindow) => sourceGroups(window, ask.groups ?? none, columns), [ask.groups, columns])
  const list = useInitiativeList(ask, groupsOf)
  const shownColumns = useMemo(() => (list.rows ? columns : columns.filter(({ listed }) => listed)), [list.rows, columns])
  const cells = useCells(columns, list)
  const picture = query['view'] === 'picture'
  const add = useAct(demandRoutes.createInitiative)
  const fork = useAct(portfolioRoutes.forkScenario)
  const remove = useAct(demandRoutes.removeInitiative)
  const go = useGo()
  const toast = useToast()
  const say = (outcome: Result<unknown, Problem>, done: string): void => toast(outcome.ok ? { message: done } : { message: outcome.refusal.detail, tone: 'bad' })
  const onBulk = useBulk(ask, list, cells)
  return (
    <InitiativesPage
      {...{ look, views, currency, canEdit, say, onBulk, units: knownUnits, fields: knownFields, columns: shownColumns }}
      reading={list.reading}
      rows={fields.state === 'loading' ? undefined : list.rows}
      source={fields.state === 'loading' ? undefined : list.source}
      pictured={usePicture(picture, list, all)}
      currentOnly={!all}
      view={picture ? 'picture' : 'grid'}
      conflicts={cells.conflicts}
      matching={useMatching(list.source?.count, ask)}
      fieldActs={useFieldActs()}
      mayChange={(view) => view.mine || (session?.can.administer ?? false)}
      onView={(view) => change({ view: view === 'grid' ? undefined : view })}
      onCurrentOnly={(only) => onAll(!only)}
      onLook={onViewChange}
      onEdits={cells.onEdits}
      onSettle={(mine) => void cells.settle(mine).then(({ issues: [issue] }) => issue && toast({ message: issue.message, tone: 'bad' }))}
      onOpen={(id) => go(places.initiative(id))}
      onAdd={(entered) => add.run({ body: entered })}
      onFork={async (name, note, ids) => {
        const begun = await fork.run({ body: { name, note } })
        if (begun.ok) go(`${places.scenario(begun.value.id)}?part=changes${ids.length > 0 ? `&rows=${ids.slice(0, mostOpened).join(',')}` : ''}`)
        return begun
      }}
      find={findByName}
      onRemove={({ id, version }) => remove.run({ params: { id }, query: { version } })}
      onExport={(as) => void download(demandRoutes.exportInitiatives, exportRequest({ format: as, ask, look: look ?? {}, columns, view: views.active?.name }), `initiatives.${as}`).catch((error: unknown) => toast({ message: problemOf(error).detail, tone: 'bad' }))}
    />
  )
}

/** As many ids as an address carries everywhere. */
const mostOpened = 50
const none: readonly never[] = []
const noFilters = {}

/** Initiatives with these words in them, whatever the filters of the list. */
const findByName = async (words: string) => (await call(demandRoutes.readWindow, { query: { ask: JSON.stringify({ search: words, limit: 31 }) } })).rows

/** How many pass the conditions of the list. */
function useMatching(known: number | undefined, ask: object): number {
  const reading = useRead(demandRoutes.readWindow, { query: { ask: JSON.stringify({ ...ask, groups: [], from: 0, limit: 0 }) } }, { enabled: known === undefined })
  return known ?? (reading.state === 'full' ? reading.value.total : 0)
}

function useFieldActs(): FieldActs {
  const [create, change, remove] = [useAct(demandRoutes.createField), useAct(demandRoutes.changeField), useAct(demandRoutes.removeField)]
  const changed = ({ kind: _kind, ...entered }: FieldEntered) => ({ ...entered, choices: [...entered.choices] })
  return {
    onAdd: (entered) => create.run({ body: { ...entered, choices: [...entered.choices] } }),
    onChange: ({ id, version }: CustomField, entered) => change.run({ params: { id }, body: { version, ...changed(entered) } }),
    onRemove: ({ id, version }) => remove.run({ params: { id }, query: { version } }),
  }
}
