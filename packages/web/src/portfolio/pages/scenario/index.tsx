import { demandRoutes } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import { useCallback, useMemo, useState } from 'react'
import { places } from '../../../format/index.ts'
import { Discuss } from '../../../governance/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery, useGo, usePathParams } from '../../../shell/address.ts'
import { useCommands } from '../../../shell/commands.tsx'
import { isPast, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { NamedFields, useFieldNames } from '../../parts/plans/field-names.tsx'
import { pastWords, ScenarioPage, type Tab } from './Page.tsx'
import type { Asking } from './parts/Actions.tsx'
import { useScenarioActs } from './use-acts.ts'

const tabs: readonly Tab[] = ['overview', 'changes', 'differences', 'selection', 'rebase']

/** Scenarios stand in the present; what is done to one is done now. */
const nothingMay = { edit: false, share: false, propose: false, withdraw: false, decide: false, whyNotDecide: pastWords } as const

/** One scenario; the address keeps the part that is open. */
export default function ScenarioRoute() {
  const id = usePathParams()['id'] ?? ''
  const session = useSignedIn()
  const mayFork = allows(session, 'make_scenario')
  const go = useGo()
  const [query, change] = useAddressQuery()
  const tab = tabs.find((one) => one === query['part']) ?? 'overview'
  const [asking, setAsking] = useState<Asking>()
  const params = { id }
  const past = isPast(useMoment())
  const read = useRead(portfolioRoutes.readScenario, { params })
  const scenario = useMemo(() => (past && read.state === 'full' ? { ...read, value: { ...read.value, may: nothingMay } } : read), [past, read])
  const found = scenario.state === 'full' ? scenario.value : undefined
  const units = useRead(peopleRoutes.listUnits, {})
  const members = useRead(peopleRoutes.listMembers, {}, { enabled: asking === 'share' })
  const list = useRead(demandRoutes.listInitiatives, { query: {} }, { enabled: tab === 'selection' && found?.selection !== null })
  const names = useFieldNames()
  const unitNames = useMemo(() => new Map(units.state === 'full' ? units.value.map((unit) => [unit.id, unit.name]) : []), [units])
  const others = useRead(portfolioRoutes.listScenarios, {}, { enabled: asking === 'approve' || asking === 'reject' })
  const { rows: chosen } = query
  const only = useMemo(() => chosen?.split(','), [chosen])
  const acts = useScenarioActs(id, found?.version ?? 1, go)
  const fork = useAct(portfolioRoutes.forkScenario)
  useCommands(
    useMemo(
      () => [
        { key: 'scenario compare', label: 'Compare this scenario with the plan', group: 'Scenario', keywords: 'side by side difference', run: () => go(places.compare('plan', id)) },
        ...(mayFork ? [{ key: 'scenario fork', label: 'Fork this scenario…', group: 'Scenario', keywords: 'copy branch new', run: () => setAsking('fork') }] : []),
      ],
      [go, id, mayFork],
    ),
  )
  return (
    <NamedFields names={names}>
      <ScenarioPage
        scenario={scenario}
        mayFork={mayFork}
        past={past}
        rows={useRead(portfolioRoutes.listScenarioRows, { params }, { enabled: tab === 'changes' })}
        rebase={useRead(portfolioRoutes.previewRebase, { params }, { enabled: tab === 'rebase' && found?.moved === true })}
        approval={useRead(portfolioRoutes.previewApproval, { params }, { enabled: asking === 'approve' })}
        list={list.state === 'full' ? list.value.rows : undefined}
        fields={names.fields}
        others={others.state === 'full' ? others.value.filter((one) => one.id !== id && one.figures !== null && one.state !== 'approved') : []}
        only={only}
        onShowAll={() => change({ rows: undefined })}
        people={members.state === 'full' ? members.value : []}
        unitName={useCallback((unit: string) => unitNames.get(unit) ?? 'a department', [unitNames])}
        tab={tab}
        onTab={(part) => change({ part: part === 'overview' ? undefined : part })}
        discuss={<Discuss subject={{ room: 'portfolio', kind: 'scenario', id }} />}
        asking={asking}
        onAsk={setAsking}
        acts={{
          ...acts,
          onFork: async (name, note) => {
            const begun = await fork.run({ body: { name, note, from: id } })
            if (begun.ok) go(places.scenario(begun.value.id))
            return begun
          },
        }}
      />
    </NamedFields>
  )
}
