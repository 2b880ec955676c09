import type { HealthCheckDetail, Recommendation, ReviewArea } from '@throughline/contract/governance'
import { useState, type ReactNode } from 'react'
import { explanationFromWire, places, RatingMark, useFormat } from '../../../format/index.ts'
import { Breadcrumb } from '../../../ui/controls/Breadcrumb.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { StatusMark } from '../../../ui/display/Status.tsx'
import { WhyFigure } from '../../../ui/display/WhyFigure.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { RecommendationForm, type Named, type RecommendationActs } from '../../parts/recommendation-forms.tsx'
import { RecommendationTable, type RecommendationAct } from '../../parts/RecommendationTable.tsx'
import { areaWords, checkLooks, healthWords as words, moveWords, phaseWords, tierWords } from '../../review-words.ts'
import { AreaCard, Reasons } from './parts/AreaCard.tsx'
import { CallOff, JudgeArea, Recommend, ReportCheck, type ReviewActs } from './parts/review-forms.tsx'

export type HealthCheckProps = { readonly reading: Reading<HealthCheckDetail>; readonly past: boolean; readonly canEdit: boolean; readonly members: readonly Named[]; readonly discuss: ReactNode; readonly acts: ReviewActs & RecommendationActs }
type Open = { readonly form: 'judge'; readonly check: HealthCheckDetail; readonly area: ReviewArea } | { readonly form: 'recommend' | 'report' | 'off'; readonly check: HealthCheckDetail } | { readonly form: RecommendationAct; readonly recommendation: Recommendation }

/** One health check: what is asked, what the records say, what was judged, and what is to be done. */
export function HealthCheckPage({ reading, past, canEdit, members, discuss, acts }: HealthCheckProps) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const found = reading.state === 'full' ? reading.value : undefined
  const judges = found?.may.judge === true && !past
  const actions = found && <>
    {discuss}
    {found.may.callOff && canEdit && <Button onClick={() => setOpen({ form: 'off', check: found })}>Call off</Button>}
    {judges && <Button onClick={() => setOpen({ form: 'recommend', check: found })}>Recommend</Button>}
    {judges && <Button kind="primary" disabled={found.unjudged.length > 0} title={found.unjudged.length > 0 ? 'Each area is judged first' : undefined} onClick={() => setOpen({ form: 'report', check: found })}>Give the report</Button>}
  </>
  return (
    <PageFrame title={found ? `Health check of ${found.initiative.name}` : 'Health check'} note={found?.purpose} actions={actions}>
      <Breadcrumb crumbs={[{ label: words.title, link: <a href={places.healthChecks}>{words.title}</a> }, { label: found?.initiative.name ?? 'Health check' }]} />
      <Shown reading={reading} what="the health check" lines={10}>
        {(check) => (
          <>
            <Standing check={check} />
            {check.reported && <Card title="Report"><p className="max-w-3xl whitespace-pre-wrap">{check.reported.words}</p><h3 className="mt-4 mb-1">Because</h3><Reasons reasons={check.reasons} /></Card>}
            <div className="grid gap-4 lg:grid-cols-2">
              {[...new Set(check.questions.map(({ area }) => area))].map((area) => <AreaCard key={area} area={area} check={check} onJudge={judges ? () => setOpen({ form: 'judge', check, area }) : undefined} />)}
            </div>
            <Card title="Recommendations" note={check.reported ? 'Each has an owner, and counts once somebody looked again.' : 'They hold, and their owners are told, with the report.'} flush>
              <RecommendationTable caption="Recommendations of this health check" rows={check.recommendations} empty="None was given." canGive={canEdit} onAct={(form, recommendation) => setOpen({ form, recommendation })} />
            </Card>
          </>
        )}
      </Shown>
      {open?.form === 'judge' && <JudgeArea check={open.check} area={open.area} acts={acts} onClose={close} />}
      {open?.form === 'recommend' && <Recommend check={open.check} members={members} acts={acts} onClose={close} />}
      {open?.form === 'report' && <ReportCheck check={open.check} acts={acts} onClose={close} />}
      {open?.form === 'off' && <CallOff check={open.check} acts={acts} onClose={close} />}
      {open && 'recommendation' in open && <RecommendationForm act={open.form} recommendation={open.recommendation} members={members} acts={acts} onClose={close} />}
    </PageFrame>
  )
}

/** Where the check stands: delivery confidence as judged, who judges, and how the areas were judged, counted. */
function Standing({ check }: { readonly check: HealthCheckDetail }) {
  const format = useFormat()
  const { state, reported, scale, calledOff, earlier, move, profile, unjudged, tier, phase, reviewers, plannedOn, initiative } = check
  const given = profile.filter(({ areas }) => areas > 0)
  return (
    <Card title="Delivery confidence" note={words.never.replace('you judge', 'the reviewers judge')}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 [&_dt]:text-ink-3">
        <dt>Judged</dt>
        <dd className="flex flex-wrap items-center gap-x-3">
          {reported ? <><WhyFigure why={explanationFromWire(check.confidence)}><RatingMark rating={{ scale, level: reported.level }} /></WhyFigure><span className="quiet">{reported.by}, {format.instant(reported.at)}</span></> : <><StatusMark quiet tone={checkLooks[state].tone} word={checkLooks[state].words} /><span className="quiet">{calledOff ? `${calledOff.words} · ${calledOff.by}, ${format.instant(calledOff.at)}` : `for ${format.date(plannedOn)}`}</span></>}
        </dd>
        {earlier && <><dt>Before</dt><dd className="flex flex-wrap items-center gap-x-3"><a href={places.healthCheck(earlier.id)}>{format.date(earlier.on)}</a><RatingMark rating={{ scale: earlier.scale, level: earlier.level }} />{move && <span className="quiet">{moveWords[move]}</span>}</dd></>}
        <dt>Areas</dt>
        <dd className="flex flex-wrap items-center gap-x-4">{given.map(({ level, areas }) => <span key={level} className="inline-flex items-center gap-1.5">{format.number(areas, 0)} <RatingMark rating={{ scale, level }} /></span>)}{unjudged.length > 0 && <span className="quiet">not judged: {unjudged.map((area) => areaWords[area]).join(', ')}</span>}</dd>
        <dt>Reviewers</dt><dd>{reviewers.map(({ name }) => name).join(', ')}</dd>
        <dt>Depth</dt><dd>{tierWords[tier]}, for an initiative {phaseWords[phase]}</dd>
        <dt>Of</dt><dd className="flex flex-wrap gap-x-4"><a href={places.initiative(initiative.id)}>{initiative.name}</a><a href={places.sight('initiative', initiative.id)}>Its line of sight</a></dd>
      </dl>
    </Card>
  )
}
