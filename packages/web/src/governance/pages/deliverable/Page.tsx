import type { AcceptanceCondition, DeliverableDetail, QualityDefect } from '@throughline/contract/governance'
import { useState, type ReactNode } from 'react'
import { explanationFromWire, metricCell, places, useFormat } from '../../../format/index.ts'
import { Breadcrumb } from '../../../ui/controls/Breadcrumb.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { StatusMark } from '../../../ui/display/Status.tsx'
import { WhyFigure } from '../../../ui/display/WhyFigure.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { DeliverableForm, type DeliverableChoices, type GivenDeliverable } from '../../parts/DeliverableForm.tsx'
import type { Named } from '../../parts/recommendation-forms.tsx'
import { classWords, qualityWords as words, stateLooks } from '../../quality-words.ts'
import { Decide, SaySomething, type AcceptanceActs, type Saying } from './parts/acceptance-forms.tsx'
import { Decisions, Defects, EditionCards, Reviews, Reworked } from './parts/record.tsx'
import { Agree, RecordReview, RecordRework, ReportDefect, type ReviewActs } from './parts/review-forms.tsx'

export type DeliverableActs = ReviewActs & AcceptanceActs & { change(deliverable: DeliverableDetail, given: Partial<GivenDeliverable>): ReturnType<ReviewActs['agree']> }
export type DeliverableProps = { readonly reading: Reading<DeliverableDetail>; readonly past: boolean; readonly today: string; readonly members: readonly Named[]; readonly choices: DeliverableChoices; /** Something is about to be changed: what there is to choose from is wanted. */ onChanging(): void; readonly discuss: ReactNode; readonly acts: DeliverableActs }
type Form = 'change' | 'agree' | 'review' | 'rework' | 'decide' | 'report'
/** What is open, with the deliverable as it was when it was opened: who was faster is not overwritten. */
type Open = { readonly form: Form; readonly of: DeliverableDetail } | { readonly form: 'say'; readonly of: DeliverableDetail; readonly saying: Saying }

/** One deliverable: what it is held against, what reviews found, and whether it is accepted. */
export function DeliverablePage({ reading, past, today, members, choices, onChanging, discuss, acts }: DeliverableProps) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const found = reading.state === 'full' ? reading.value : undefined
  const say = (of: DeliverableDetail, saying: Saying) => setOpen({ form: 'say', of, saying })
  return (
    <PageFrame title={found?.name ?? 'Deliverable'} note={found?.about || undefined} actions={found && <>{discuss}{!past && <Actions deliverable={found} onOpen={(form) => { if (form === 'change') onChanging(); setOpen({ form, of: found }) }} onSay={(saying) => say(found, saying)} />}</>}>
      <Breadcrumb crumbs={[{ label: words.title, link: <a href={places.quality}>{words.title}</a> }, ...(found ? [{ label: found.initiative.name, link: <a href={places.qualityOf(found.initiative.id)}>{found.initiative.name}</a> }] : []), { label: found?.name ?? 'Deliverable' }]} />
      <Shown reading={reading} what="the deliverable" lines={10}>
        {(value) => (
          <>
            <Standing deliverable={value} />
            <EditionCards deliverable={value} />
            <Defects deliverable={value} {...(past ? {} : { onDismiss: (defect: QualityDefect) => say(value, { what: 'dismiss', defect }) })} />
            <Reviews deliverable={value} />
            <Decisions deliverable={value} {...(past ? {} : { onMeet: (condition: AcceptanceCondition) => say(value, { what: 'meet', condition }) })} />
            <Reworked deliverable={value} />
          </>
        )}
      </Shown>
      {open?.form === 'change' && <Change deliverable={open.of} {...{ members, choices, acts }} onClose={close} />}
      {open?.form === 'agree' && <Agree deliverable={open.of} {...{ today, acts }} onClose={close} />}
      {open?.form === 'review' && <RecordReview deliverable={open.of} {...{ today, acts }} onClose={close} />}
      {open?.form === 'rework' && <RecordRework deliverable={open.of} {...{ today, acts }} onClose={close} />}
      {open?.form === 'report' && <ReportDefect deliverable={open.of} {...{ today, acts }} onClose={close} />}
      {open?.form === 'decide' && <Decide deliverable={open.of} {...{ today, members, acts }} onClose={close} />}
      {open?.form === 'say' && <SaySomething deliverable={open.of} saying={open.saying} acts={acts} onClose={close} />}
    </PageFrame>
  )
}

/** What the reader may do about it now; what comes next stands last. */
function Actions({ deliverable: { may, state }, onOpen, onSay }: { readonly deliverable: DeliverableDetail; onOpen(form: Form): void; onSay(saying: Saying): void }) {
  const next = state === 'planned' ? 'agree' : state === 'reviewed' && may.decide ? 'decide' : may.methods.length > 0 ? 'review' : 'none'
  return (
    <>
      {may.withdraw && <Button onClick={() => onSay({ what: 'withdraw' })}>Withdraw</Button>}
      {may.change && <Button onClick={() => onOpen('change')}>Change</Button>}
      {may.rework && <Button onClick={() => onOpen('rework')}>Record rework</Button>}
      {may.report && <Button onClick={() => onOpen('report')}>Report a defect</Button>}
      {may.reopen && <Button kind="primary" onClick={() => onSay({ what: 'reopen' })}>Open again</Button>}
      {may.methods.length > 0 && <Button {...(next === 'review' ? { kind: 'primary' as const } : {})} onClick={() => onOpen('review')}>Record a review</Button>}
      {may.agree && <Button kind="primary" onClick={() => onOpen('agree')}>Agree the criteria</Button>}
      {may.decide && <Button kind="primary" onClick={() => onOpen('decide')}>Decide on it</Button>}
    </>
  )
}

/** Where it stands, what it belongs to, and its figures. */
function Standing({ deliverable }: { readonly deliverable: DeliverableDetail }) {
  const format = useFormat()
  const { state, edition, acceptedOn, late, dueOn, owner, authors, initiative, objectives, milestone, element, madeHours, figures, withdrawn, may } = deliverable
  const waits = state === 'planned' && !may.agree ? 'Somebody who may change the initiative, and neither makes it nor owns it, agrees its criteria.' : state === 'reviewed' && !may.decide ? 'Somebody who may change the initiative, and neither makes it nor owns it, decides on it.' : ''
  return (
    <Card title="Where it stands" note={waits || undefined}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 [&_dt]:text-ink-3">
        <dt>State</dt><dd className="flex flex-wrap items-center gap-x-3"><StatusMark quiet tone={stateLooks[state].tone} word={stateLooks[state].words} />{edition > 1 && <span className="quiet">edition {format.number(edition, 0)}</span>}{acceptedOn && state !== 'accepted' && state !== 'conditional' && <span className="quiet">an earlier edition was accepted on {format.date(acceptedOn)}</span>}{withdrawn && <span className="quiet">{withdrawn.words} · {withdrawn.by}, {format.instant(withdrawn.at)}</span>}</dd>
        <dt>Needed on</dt><dd className="flex flex-wrap items-center gap-x-3">{format.date(dueOn)}{late && <StatusMark quiet tone="bad" word="Late" />}</dd>
        <dt>Class</dt><dd>{classWords[deliverable.class]}</dd>
        <dt>Owner</dt><dd>{owner.name}</dd>
        <dt>Made by</dt><dd>{authors.map(({ name }) => name).join(', ')}{madeHours !== null && <span className="quiet"> in {format.number(madeHours)} person hours</span>}</dd>
        <dt>Of</dt><dd className="flex flex-wrap gap-x-4 gap-y-1"><a href={places.initiative(initiative.id)}>{initiative.name}</a><a href={places.sight('initiative', initiative.id)}>Its line of sight</a></dd>
        <dt>Serves</dt><dd className="flex flex-wrap gap-x-4 gap-y-1">{objectives.length === 0 ? <span className="quiet">its initiative serves no objective</span> : objectives.map(({ id, name }) => <a key={id} href={places.objective(id)}>{name}</a>)}</dd>
        {(milestone || element) && <><dt>For</dt><dd className="flex flex-wrap gap-x-4 gap-y-1">{milestone && <a href={places.sight('task', milestone.id)}>{milestone.name}</a>}{element && <span>{element.key}: {element.name}</span>}</dd></>}
        <dt>Escape rate</dt><dd><WhyFigure why={explanationFromWire(figures.escape.why)}>{metricCell(figures.escape.metric, (share) => format.percent(share))}</WhyFigure></dd>
        <dt>Rework share</dt><dd className="flex flex-wrap gap-x-3"><WhyFigure why={explanationFromWire(figures.rework.why)}>{metricCell(figures.rework.metric, (share) => format.percent(share))}</WhyFigure><span className="quiet">{format.count(figures.rounds, 'round', 'rounds')}</span></dd>
      </dl>
    </Card>
  )
}

function Change({ deliverable, members, choices, acts, onClose }: Pick<DeliverableProps, 'members' | 'choices' | 'acts'> & { readonly deliverable: DeliverableDetail; onClose(): void }) {
  const { name, class: of, about, owner, authors, dueOn, milestone, element, madeHours, editions, may } = deliverable
  // Who has left, or a milestone that is gone, can stay as it is: what was not touched is not sent.
  const before: GivenDeliverable = { name, class: of, about, ownerId: owner.id, authorIds: authors.map(({ id }) => id), dueOn, milestoneId: milestone?.id ?? null, element: element?.key ?? null, madeHours, criteria: [...(editions[0]?.criteria ?? [])] }
  const known = [...members, ...[owner, ...authors].filter(({ id }, at, all) => !members.some((one) => one.id === id) && all.findIndex((one) => one.id === id) === at)]
  const kept = { milestones: milestone && !choices.milestones.some(({ id }) => id === milestone.id) ? [...choices.milestones, milestone] : choices.milestones, elements: element && !choices.elements.some(({ key }) => key === element.key) ? [...choices.elements, element] : choices.elements }
  const changed = (given: GivenDeliverable): Partial<GivenDeliverable> => Object.fromEntries(Object.entries(given).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof GivenDeliverable])))
  return <DeliverableForm title="Change the deliverable" subtitle={name} act="Change" before={before} members={known} choices={kept} criteria={may.criteria} onSubmit={(given) => acts.change(deliverable, changed(given))} onClose={onClose} />
}
