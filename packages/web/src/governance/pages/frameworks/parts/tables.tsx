import type { Framework, FrameworkAdoption, Frameworks } from '@throughline/contract/governance'
import { useState } from 'react'
import { stateWords } from '../../../../demand/index.ts'
import { explanationFromWire, metricCell, places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Pager } from '../../../../ui/controls/Pager.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { frameworkLooks } from '../../../framework-words.ts'
import { frameworksWords as words } from '../words.ts'

/** Frameworks as they were published last, drafts as they stand in writing. */
export function FrameworksTable({ frameworks, onOpen }: { readonly frameworks: readonly Framework[]; onOpen(framework: Framework): void }) {
  const format = useFormat()
  return (
    <Card title="Frameworks" flush>
      <Table<Framework>
        caption="Frameworks with the edition in force and how they are used" rows={frameworks} rowKey={({ id }) => id} maxHeight={480}
        columns={[
          { key: 'name', label: 'Framework', cell: (one) => <span className="grid min-w-56 justify-items-start py-1"><button type="button" className="text-left text-accent hover:underline" onClick={() => onOpen(one)}>{nameOf(one)}</button><span className="quiet">{format.count((one.editions[0] ?? one.text).elements.length, 'element', 'elements')}</span></span> },
          { key: 'lifecycles', label: 'Lifecycle models', cell: ({ lifecycles }) => lifecycles.join(', ') || <span className="quiet">none</span> },
          { key: 'state', label: 'State', cell: ({ state, pending }) => <span className="whitespace-nowrap"><StatusMark quiet tone={frameworkLooks[state].tone} word={frameworkLooks[state].words} />{state === 'changed' && <span className="quiet block">{format.count(pending.length, 'element differs', 'elements differ')}</span>}</span> },
          { key: 'force', label: 'In force', cell: (one) => <InForce framework={one} /> },
          { key: 'running', label: 'Running initiatives', numeric: true, cell: ({ running }) => format.number(running, 0) },
          { key: 'current', label: 'On the edition in force', numeric: true, cell: ({ current: { metric, why } }) => <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, (share) => format.percent(share, 0))}</WhyFigure> },
        ]}
      />
    </Card>
  )
}
const nameOf = ({ text, editions: [last] }: Framework): string => (last ?? text).name

/** Which edition holds today, and which one comes. */
function InForce({ framework: { inForce, editions } }: { readonly framework: Framework }) {
  const format = useFormat()
  const [last] = editions
  const now = editions.find(({ no }) => no === inForce)
  const coming = last && last.no !== inForce && `edition ${last.no} from ${format.date(last.effectiveOn)}`
  return <span className="whitespace-nowrap">{now ? <>Edition {now.no}<span className="quiet block">since {format.date(now.effectiveOn)}</span></> : !coming && <span className="quiet">none</span>}{coming && <span className="quiet block">{coming}</span>}</span>
}

/** Rows on one page of initiatives. */
const pageRows = 100

/** What each initiative follows; those on an older edition say so. */
export function AdoptionsTable({ found: { adoptions, frameworks }, canAdopt, onAdopt }: { readonly found: Frameworks; readonly canAdopt: boolean; onAdopt(adoption: FrameworkAdoption): void }) {
  const format = useFormat()
  const [{ find, from }, look] = useState({ find: '', from: 0 })
  const rows = adoptions.filter(({ initiative }) => initiative.name.toLowerCase().includes(find.trim().toLowerCase()))
  const page = rows.slice(from, from + pageRows)
  if (adoptions.length === 0) return <Card title="Initiatives"><p className="quiet">{words.noAdoptions}</p></Card>
  const of = ({ frameworkId }: FrameworkAdoption) => frameworks.find(({ id }) => id === frameworkId)
  const mark = (one: FrameworkAdoption) => {
    const inForce = of(one)?.inForce
    if (!one.running) return <StatusMark quiet tone="done" word="Over" />
    return one.edition === inForce ? <StatusMark quiet tone="good" word="In force" /> : <StatusMark quiet tone="warn" word={inForce === null ? 'None is in force' : `Edition ${inForce} is in force`} />
  }
  return (
    <Card title="Initiatives" note={words.kept} flush>
      {adoptions.length > pageRows && <div className="p-4"><TextField type="search" label="Find an initiative" value={find} onChange={(text) => look({ find: text, from: 0 })} /></div>}
      <Table<FrameworkAdoption>
        caption="Which edition each initiative follows" rows={page} rowKey={({ id }) => id} maxHeight={640} empty="No initiative of this name follows a framework."
        columns={[
          { key: 'initiative', label: 'Initiative', cell: ({ initiative }) => <span className="block min-w-48"><a href={places.initiative(initiative.id)}>{initiative.name}</a><span className="quiet block">{stateWords[initiative.state]}</span></span> },
          { key: 'framework', label: 'Framework', cell: (one) => { const found = of(one); return found ? nameOf(found) : '' } },
          { key: 'lifecycle', label: 'Lifecycle model', cell: ({ lifecycle }) => lifecycle },
          { key: 'edition', label: 'Edition', numeric: true, cell: ({ edition }) => format.number(edition, 0) },
          { key: 'mark', label: '', cell: mark },
          { key: 'since', label: 'Since', cell: ({ at, by, reason }) => <span className="block min-w-40">{format.date(at.slice(0, 10))}<span className="quiet block">{reason} · {by}</span></span> },
          { key: 'act', label: '', cell: (one) => canAdopt && one.running && <Button kind="quiet" aria-label={`Change what ${one.initiative.name} follows`} onClick={() => onAdopt(one)}>Change</Button> },
        ]}
      />
      {rows.length > pageRows && <div className="p-4"><Pager what="initiatives" total={rows.length} from={from} shown={page.length} size={pageRows} onFrom={(next) => look({ find, from: next })} /></div>}
    </Card>
  )
}
