import type { CausalLink, Objective, StrategyMap } from '@throughline/contract/strategy'
import { useState } from 'react'
import { explanationFromWire, metricCell, places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import type { MapActs } from '../acts.ts'
import { servingCounts } from '../below.ts'
import { tracedOn } from '../traced.ts'
import { mapWords as words } from '../words.ts'
import { AddLink } from './AddLink.tsx'
import { LinkItem } from './LinkItem.tsx'
import { PanelFrame } from './PanelFrame.tsx'
import { Named } from './UnitPanel.tsx'

export type PanelProps = { readonly map: StrategyMap; readonly objective: Objective; readonly canEdit: boolean; readonly acts: MapActs; onSelect(id: string | undefined): void }

/** The selected objective: what is said of it can be changed where it stands, and so can what drives it and what it drives. */
export function Panel({ map, objective, canEdit, acts, onSelect }: PanelProps) {
  const format = useFormat()
  const { drivers, driven } = tracedOn(map, objective.id)
  const into = map.links.filter(({ to }) => to === objective.id)
  const out = map.links.filter(({ from }) => from === objective.id)
  return (
    <PanelFrame label="Objective" title={objective.statement} onClose={() => onSelect(undefined)}>
      <p className="quiet figures">
        <WhyFigure why={explanationFromWire(objective.attainment.why)}>{metricCell(objective.attainment.metric, (share) => format.percent(share))}</WhyFigure>{objective.attainment.metric.status === 'ok' && ' attained'} · {format.count(servingCounts(map).get(objective.id) ?? 0, 'initiative', 'initiatives')} · driven by {drivers}, drives {driven} of {map.objectives.length}
      </p>
      <p className="flex flex-wrap gap-x-4"><a href={places.objective(objective.id)}>Measures and initiatives</a><a href={places.sight('objective', objective.id)}>Line of sight</a></p>
      {canEdit && <Fields key={`${objective.id} ${objective.version}`} {...{ map, objective, acts }} />}
      <Links title={words.drivenBy} links={into} otherOf={({ from }) => from} {...{ map, canEdit, acts, onSelect }} />
      <Links title={words.drives} links={out} otherOf={({ to }) => to} {...{ map, canEdit, acts, onSelect }} />
      {map.unitObjectives.length > 0 && <Named title={words.servedBy} none={words.nothing} ids={map.unitObjectives.filter(({ serves }) => serves === objective.id).map(({ id }) => id)} names={new Map(map.unitObjectives.map(({ id, statement }) => [id, statement]))} onSelect={onSelect} />}
      {canEdit && <AddLink key={objective.id} {...{ map, objective }} onAdd={acts.addLink} />}
    </PanelFrame>
  )
}

/** What the objective says, weighs and where it stands; one button saves what was changed. */
function Fields({ map, objective, acts }: Pick<PanelProps, 'map' | 'objective' | 'acts'>) {
  const [statement, setStatement] = useState(objective.statement)
  const [weight, setWeight] = useState<string | null>(String(Number((objective.weight * 100).toFixed(6))))
  const [perspectiveId, setPerspective] = useState(objective.perspectiveId)
  const share = weight === null ? objective.weight : Number(weight) / 100
  const change = {
    ...(statement.trim() !== '' && statement.trim() !== objective.statement ? { statement: statement.trim() } : {}), ...(Math.abs(share - objective.weight) > 1e-9 ? { weight: share } : {}), ...(perspectiveId === objective.perspectiveId ? {} : { perspectiveId }),
  }
  return (
    <form className="grid grid-cols-[minmax(0,1fr)] gap-3 border-t border-border pt-3" onSubmit={(event) => { event.preventDefault(); void acts.changeObjective(objective, change) }}>
      <TextField label="What it says" value={statement} onChange={setStatement} maxLength={300} />
      <div className="grid grid-cols-[110px_minmax(0,1fr)] gap-3">
        <NumberField label="Weight" unit="%" min={0} max={100} value={weight} onChange={setWeight} />
        <Select label="Perspective" value={perspectiveId} options={map.perspectives.map(({ id, name }) => ({ value: id, label: name }))} onChange={setPerspective} />
      </div>
      {Object.keys(change).length > 0 && <span><Button kind="primary" type="submit">Save</Button></span>}
    </form>
  )
}

type LinksProps = Pick<PanelProps, 'map' | 'canEdit' | 'acts' | 'onSelect'> & { readonly title: string; readonly links: readonly CausalLink[]; otherOf(link: CausalLink): string }

function Links({ title, links, map, canEdit, acts, onSelect, otherOf }: LinksProps) {
  const names = new Map(map.objectives.map(({ id, statement }) => [id, statement]))
  return (
    <section aria-label={title} className="border-t border-border pt-3">
      <h3 className="mb-1">{title} <span className="figures quiet font-normal">{links.length}</span></h3>
      {links.length === 0 && <p className="quiet">{words.nothing}</p>}
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {links.map((link) => <LinkItem key={`${link.id} ${link.version}`} link={link} name={names.get(otherOf(link)) ?? ''} canEdit={canEdit} onOpen={() => onSelect(otherOf(link))} onChange={(change) => acts.changeLink(link, change)} onRemove={() => acts.removeLink(link)} />)}
      </ul>
    </section>
  )
}
