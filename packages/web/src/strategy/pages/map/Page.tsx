import type { StrategyMap } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import { useState } from 'react'
import { useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { ProblemNote, Shown, type Reading } from '../../../wire/index.ts'
import type { Outcome } from '../../acts.ts'
import type { MapActs } from './acts.ts'
import { mostDrawn } from './below.ts'
import { Canvas } from './parts/Canvas.tsx'
import { Panel } from './parts/Panel.tsx'
import { Tables } from './parts/Tables.tsx'
import { UnitPanel } from './parts/UnitPanel.tsx'
import { evidenceLooks, mapWords as words } from './words.ts'

export type MapPageProps = {
  readonly reading: Reading<StrategyMap>
  readonly canEdit: boolean
  /** The objective that is traced, and how the map is shown, from the address. */
  readonly selected: string | undefined
  readonly view: 'map' | 'table'
  /** Whether objectives of units are drawn; undefined draws them where they are few. */
  readonly units: boolean | undefined
  readonly acts: MapActs
  onSelect(id: string | undefined): void
  onView(view: 'map' | 'table'): void
  onUnits(shown: boolean): void
}

/** What is expected to move what: bands by perspective, links with their sign and lag, each held against the data. */
export function MapPage(props: MapPageProps) {
  const { reading, view, units, onView, onUnits } = props
  const map = reading.state === 'full' && reading.value.objectives.length > 0 ? reading.value : undefined
  const drawn = units ?? (map?.unitObjectives.length ?? 0) <= mostDrawn
  const actions = map && (
    <>
      {view === 'map' && map.unitObjectives.length > 0 && <span className="no-print"><Button aria-pressed={drawn} onClick={() => onUnits(!drawn)}>{words.units}</Button></span>}
      <span className="button-group no-print">
        <Button aria-pressed={view === 'map'} onClick={() => onView('map')}>Map</Button>
        <Button aria-pressed={view === 'table'} onClick={() => onView('table')}>Table</Button>
      </span>
    </>
  )
  return (
    <PageFrame title={words.title} note={map ? <Standing map={map} /> : words.note} actions={actions}>
      <Shown reading={reading} what="the strategy map" lines={10}>
        {(value) => (value.objectives.length === 0 ? <EmptyState title={words.emptyTitle} actions={<a href="/strategy">Open the strategy</a>}>{words.emptyWhy}</EmptyState> : <Whole {...props} map={value} drawn={drawn} />)}
      </Shown>
    </PageFrame>
  )
}

/** How many objectives and links there are, and what the data say of the links. */
function Standing({ map: { objectives, links, unitObjectives, commonLinks } }: { readonly map: StrategyMap }) {
  const format = useFormat()
  const states = (['supported', 'contradicted', 'hypothesised', 'untested'] as const).flatMap((state) => {
    const count = links.filter(({ evidence }) => evidence.state === state).length
    return count === 0 ? [] : [`${format.number(count, 0)} ${evidenceLooks[state].words.toLowerCase()}`]
  })
  return <>{format.count(objectives.length, 'objective', 'objectives')}, {unitObjectives.length > 0 && `${format.count(unitObjectives.length, 'objective of a unit', 'objectives of units')}, `}{format.count(links.length, 'link', 'links')}{states.length > 0 && ` (${states.join(', ')})`}{commonLinks.length > 0 && `, ${format.count(commonLinks.length, 'link between units', 'links between units')}`}. {words.note}</>
}

/** Links that cannot be tested, by what they want: most often measures, or figures of more periods. */
function Untested({ map: { links, objectives } }: { readonly map: StrategyMap }) {
  const format = useFormat()
  const untested = links.filter(({ evidence }) => evidence.state === 'untested')
  if (untested.length === 0) return null
  const names = new Map(objectives.map(({ id, statement }) => [id, statement]))
  return (
    <Card title={words.untestedTitle} note={`${format.number(untested.length, 0)} of ${format.count(links.length, 'link', 'links')}. ${words.untestedNote}`}>
      <ul className="grid list-disc gap-1 pl-5">
        {[...Map.groupBy(untested, ({ evidence }) => evidence.because)].map(([because, same]) => <li key={because}>{because} <span className="quiet">{same.map(({ from, to }) => `${names.get(from) ?? ''} → ${names.get(to) ?? ''}`).join(' · ')}</span></li>)}
      </ul>
    </Card>
  )
}

function Whole({ map, drawn, canEdit, selected, view, acts, onSelect }: MapPageProps & { readonly map: StrategyMap; readonly drawn: boolean }) {
  const [problem, setProblem] = useState<Problem>()
  const objective = map.objectives.find(({ id }) => id === selected)
  const ofUnit = map.unitObjectives.find(({ id }) => id === selected)
  /** A refusal is said above the map, beside what was changed. */
  const said = async (outcome: Outcome): ReturnType<MapActs['addLink']> => {
    const done = await outcome
    setProblem(done.ok ? undefined : done.refusal)
    return done
  }
  const told: MapActs = {
    changeObjective: (one, change) => said(acts.changeObjective(one, change)), addLink: (link) => said(acts.addLink(link)), changeLink: (link, change) => said(acts.changeLink(link, change)), removeLink: (link) => said(acts.removeLink(link)),
  }
  return (
    <>
      {problem && <ProblemNote problem={problem} />}
      {map.links.length === 0 && view === 'map' && <p className="quiet">{words.noLinks}</p>}
      <div className={objective || ofUnit ? 'grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_380px]' : 'grid'}>
        <div className="grid min-w-0 gap-4">{view === 'map' ? <Canvas below={drawn ? map.unitObjectives : map.unitObjectives.filter(({ id }) => id === selected)} {...{ map, selected, canEdit, onSelect }} onRename={told.changeObjective} /> : <Tables map={map} onSelect={onSelect} />}</div>
        {objective && <Panel {...{ map, objective, canEdit, onSelect }} acts={told} />}
        {ofUnit && <UnitPanel {...{ map, onSelect }} objective={ofUnit} />}
      </div>
      <Untested map={map} />
      {map.issues.length > 0 && <Card title={words.oddTitle}><ul className="grid gap-1">{map.issues.map((issue) => <li key={`${issue.code} ${issue.linkIds.join(' ')}`}>{issue.words}</li>)}</ul></Card>}
      {view === 'map' && <p className="quiet no-print">{words.keys}</p>}
    </>
  )
}
