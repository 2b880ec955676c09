import type { CustomField, InitiativeChange, InitiativeDetail, YearAmount } from '@throughline/contract/demand'
import type { Unit } from '@throughline/contract/people'
import type { Contribution, Objective } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import type { FiscalCalendar, Result } from '@throughline/engine/kernel'
import { Pencil } from 'lucide-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { InitiativeChoices } from '../../find-initiatives.ts'
import { places, RatingMark, scaleWords, useFormat } from '../../../format/index.ts'
import { RevisionList } from '../../../governance/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Breadcrumb } from '../../../ui/controls/Breadcrumb.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { PartialState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { flagWords, kindWords, stateWords } from '../../words.ts'
import { EditInitiative } from './parts/EditInitiative.tsx'
import { EditOwnFields, type OwnFieldChange } from './parts/EditOwnFields.tsx'
import { Headlines } from './parts/Headlines.tsx'
import { Histories } from './parts/Histories.tsx'
import { OwnFields } from './parts/OwnFields.tsx'
import { Ratings } from './parts/Ratings.tsx'
import { Serves } from './parts/Serves.tsx'
import { Story } from './parts/Story.tsx'
import { TieList, type TieActs } from './parts/TieList.tsx'
import { Years } from './parts/Years.tsx'

/** Comes with its arithmetic when it is looked at. */
const Appraisal = lazy(() => import('./parts/Appraisal.tsx'))

export type InitiativeProps = {
  readonly reading: Reading<InitiativeDetail>
  readonly objectives: readonly Objective[]
  readonly units: readonly Unit[]
  /** The fields that the organisation added. */
  readonly fields: readonly CustomField[]
  readonly others: InitiativeChoices
  readonly currency: string
  readonly calendar: FiscalCalendar
  readonly canEdit: boolean
  readonly tieActs: TieActs | undefined
  /** The way to what is said about it. */
  readonly discuss?: ReactNode
  /** How it may be planned: starts, variants, what it needs. */
  readonly plan?: ReactNode
  /** Its tasks and milestones. */
  readonly work?: ReactNode
  onSave(change: InitiativeChange): Promise<Result<unknown, Problem>>
  onSaveFields(changes: readonly OwnFieldChange[], why: string, version: number): Promise<Result<unknown, Problem>>
  onSaveYears(lines: readonly YearAmount[], version: number): Promise<Result<unknown, Problem>>
  /** The form for a link to an objective; the page only says when it is open. */
  contributionForm(link: Contribution | undefined, close: () => void): ReactNode
}

/** One initiative: what it serves, costs and gives, what was published of it, and why each figure is what it is. */
export function InitiativePage(props: InitiativeProps) {
  const { reading, canEdit } = props
  const [editing, setEditing] = useState<'initiative' | 'fields'>()
  const detail = reading.state === 'full' ? reading.value : undefined
  return (
    <PageFrame
      title={detail?.row.name ?? 'Initiative'}
      note={detail ? <Facts detail={detail} /> : undefined}
      actions={detail && <><a className="button" data-kind="secondary" href={places.sight('initiative', detail.row.id)}>Line of sight</a><a className="button" data-kind="secondary" href={places.businessCase(detail.row.id)}>Business case</a>{props.discuss}{canEdit && <Button icon={<Pencil />} onClick={() => setEditing('initiative')}>Change</Button>}</>}
    >
      <Breadcrumb crumbs={[{ label: 'Initiatives', link: <a href={places.initiatives}>Initiatives</a> }, { label: detail?.row.key ?? '' }]} />
      <Shown reading={reading} what="the initiative" lines={12}>{(value) => <Content {...props} detail={value} onEditFields={() => setEditing('fields')} />}</Shown>
      {editing === 'initiative' && detail && <EditInitiative row={detail.row} description={detail.description} units={props.units} currency={props.currency} onSave={props.onSave} onClose={() => setEditing(undefined)} />}
      {editing === 'fields' && detail && <EditOwnFields fields={props.fields} values={detail.row.custom} version={detail.row.version} currency={props.currency} onSave={props.onSaveFields} onClose={() => setEditing(undefined)} />}
    </PageFrame>
  )
}

function Facts({ detail: { row } }: { readonly detail: InitiativeDetail }) {
  const format = useFormat()
  const words = [row.unit, row.category, kindWords[row.kind], stateWords[row.state], row.sponsor && `Sponsor ${row.sponsor}`, row.mandatory && 'Mandatory', `${row.startOn ? format.date(row.startOn) : 'no start'} to ${row.endOn ? format.date(row.endOn) : 'no end'}`]
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span><RatingMark rating={row.rating} />{row.rating && ` ${scaleWords[row.rating.scale]}${row.ratingAsOf ? `, ${format.month(row.ratingAsOf)}` : ''}`}</span>
      <span>{words.filter(Boolean).join(' · ')}</span>
    </span>
  )
}

/** How many changes are shown before one asks for all. */
const fewChanges = 3

function Content({ detail, objectives, others, units, fields, currency, calendar, canEdit, tieActs, contributionForm, plan, work, onEditFields, onSaveYears }: InitiativeProps & { readonly detail: InitiativeDetail; onEditFields(): void }) {
  const [linking, setLinking] = useState<{ readonly link: Contribution | undefined }>()
  const [allChanges, setAllChanges] = useState(false)
  const { row, reports, description } = detail
  return (
    <>
      {row.flags.length > 0 && <PartialState message={row.flags.map((flag) => `${flagWords[flag].name}: ${flagWords[flag].about}`).join(' ')} />}
      {!row.current && <PartialState message="The latest publication does not list it any more. What is shown is the last that was published." />}
      <Headlines {...detail} />
      {description && <p className="max-w-prose text-ink-2">{description}</p>}
      {detail.idea && <p className="quiet">It was an idea of {detail.idea.credit.join(', ')}: <a href={places.idea(detail.idea.id)}>{detail.idea.title}</a></p>}
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Serves contributions={detail.contributions} objectives={objectives} onEdit={canEdit ? (link) => setLinking({ link }) : undefined} />
        <div className="grid gap-4">
          <Ratings reports={reports} />
          <TieList of={{ id: row.id, key: row.key, name: row.name }} ties={detail.ties} others={others} acts={tieActs} />
        </div>
      </div>
      <OwnFields fields={fields} values={row.custom} currency={currency} onEdit={canEdit ? onEditFields : undefined} />
      <Years {...detail} version={row.version} currency={currency} firstYear={Number((row.startOn ?? row.endOn ?? '2026').slice(0, 4))} onSave={canEdit ? onSaveYears : undefined} />
      <Suspense><Appraisal {...detail} {...{ currency, calendar }} /></Suspense>
      {work}
      {plan}
      <Histories reports={reports} />
      <Story reports={reports} />
      <Card title="History" note="Who changed what, newest first">
        {detail.revisions.length === 0 ? <p className="quiet">Nothing was changed yet.</p> : <RevisionList currency={currency} nameOf={(id) => (id === row.unitId ? (row.unit ?? undefined) : units.find((one) => one.id === id)?.name)} revisions={allChanges ? detail.revisions : detail.revisions.slice(0, fewChanges)} />}
        {detail.revisions.length > fewChanges && <Button kind="link" onClick={() => setAllChanges(!allChanges)}>{allChanges ? 'Show fewer' : `Show all ${detail.revisions.length}`}</Button>}
      </Card>
      {linking && contributionForm(linking.link, () => setLinking(undefined))}
    </>
  )
}
