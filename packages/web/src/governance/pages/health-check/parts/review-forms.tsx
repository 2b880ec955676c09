import type { AreaJudgement, HealthCheckDetail, HealthReport, NewRecommendation, RecommendationClass, ReviewArea } from '@throughline/contract/governance'
import { confidenceLevels, confidenceMeaning, recommendationClasses } from '@throughline/engine/governance'
import { useState } from 'react'
import { ratingWords, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { Outcome } from '../../../outcome.ts'
import type { Named } from '../../../parts/recommendation-forms.tsx'
import { areaWords, healthWords as words, recommendationWords } from '../../../review-words.ts'
import { Indicators } from './AreaCard.tsx'
import { blankReason, entered, ReasonFields } from './EvidenceFields.tsx'

export type ReviewActs = {
  judge(check: HealthCheckDetail, given: Omit<AreaJudgement, 'version'>): Outcome
  recommend(check: HealthCheckDetail, recommendation: NewRecommendation['recommendation']): Outcome
  report(check: HealthCheckDetail, given: Omit<HealthReport, 'version'>): Outcome
  callOff(check: HealthCheckDetail, reason: string): Outcome
}
/** The health check as it was when the form was opened: who was faster is not overwritten. */
type Form = { readonly check: HealthCheckDetail; readonly acts: ReviewActs; onClose(): void }
type Level = AreaJudgement['level']

function LevelSelect({ label, check: { scale }, level, error, onChange }: { readonly label: string; readonly check: HealthCheckDetail; readonly level: Level | undefined; readonly error?: string | undefined; onChange(level: Level): void }) {
  return <Select<Level> label={label} hint={level && confidenceMeaning[level]} required value={level ?? ''} options={confidenceLevels[scale].map((value) => ({ value, label: ratingWords({ scale, level: value }) }))} onChange={onChange} error={error} />
}

/** Judges an area beside its questions and what the records say. */
export function JudgeArea({ check, area, acts, onClose }: Form & { readonly area: ReviewArea }) {
  const format = useFormat()
  const before = check.judged.find((one) => one.area === area)
  const [level, setLevel] = useState<Level | undefined>(before?.level)
  const [reason, setReason] = useState(before ? { words: before.words, evidence: before.evidence } : blankReason)
  const given = entered(reason)
  const notYet = level === undefined ? 'Choose a level' : given === undefined ? 'Say what you found and on what evidence' : undefined
  return (
    <FormDialog title={`Judge: ${areaWords[area]}`} subtitle={check.initiative.name} size="wide" act="Judge" notYet={notYet} onSubmit={() => acts.judge(check, { area, level: level ?? 'red', ...(given ?? reason) })} onClose={onClose}>
      {(problem) => (
        <>
          <ul className="grid list-disc gap-1 pl-5">{check.questions.filter((one) => one.area === area).map(({ id, text }) => <li key={id}>{text}</li>)}</ul>
          <Indicators indicators={check.indicators.filter((one) => one.area === area)} on={format.date(check.indicatorsOn)} />
          <LevelSelect label="Level" check={check} level={level} onChange={setLevel} error={fieldError(problem, 'level')} />
          <ReasonFields label="What you found" reason={reason} onChange={setReason} error={fieldError(problem, 'words')} />
        </>
      )}
    </FormDialog>
  )
}

/** Recommends something to an owner. */
export function Recommend({ check, members, acts, onClose }: Form & { readonly members: readonly Named[] }) {
  const [said, setSaid] = useState('')
  const [of, setClass] = useState<RecommendationClass>('do_by')
  const [area, setArea] = useState<ReviewArea | ''>('')
  const [dueOn, setDue] = useState('')
  const [ownerId, setOwner] = useState('')
  const notYet = said.trim() === '' ? 'Say what is to be done' : of === 'do_by' && dueOn === '' ? 'Choose the day' : ownerId === '' ? 'Choose an owner' : undefined
  const common = { area: area === '' ? null : area, words: said.trim(), ownerId }
  const given: NewRecommendation['recommendation'] = of === 'do_now' ? { ...common, class: of } : of === 'do_by' ? { ...common, class: of, dueOn } : { ...common, class: of, dueOn: dueOn === '' ? null : dueOn }
  return (
    <FormDialog title="Recommend" subtitle={check.initiative.name} act="Recommend" notYet={notYet} onSubmit={() => acts.recommend(check, given)} onClose={onClose}>
      {(problem) => (
        <>
          <TextArea label="What is to be done" required rows={3} maxLength={2000} value={said} onChange={setSaid} error={fieldError(problem, 'recommendation.words')} />
          <div className="grid gap-4 sm:grid-cols-2">
            <Select<RecommendationClass> label="How soon" value={of} options={recommendationClasses.map((value) => ({ value, label: recommendationWords[value] }))} onChange={setClass} />
            {of !== 'do_now' && <TextField type="date" label="By" required={of === 'do_by'} value={dueOn} onChange={setDue} error={fieldError(problem, 'recommendation.dueOn')} />}
            <Select<ReviewArea | ''> label="About" value={area} options={[{ value: '', label: 'In general' }, ...[...new Set(check.questions.map((one) => one.area))].map((value) => ({ value, label: areaWords[value] }))]} onChange={setArea} />
            <Select label="Owner" required value={ownerId} options={members.map(({ id, name }) => ({ value: id, label: name }))} onChange={setOwner} />
          </div>
        </>
      )}
    </FormDialog>
  )
}

/** Gives the report: delivery confidence as judged, with its reasons. */
export function ReportCheck({ check, acts, onClose }: Form) {
  const [level, setLevel] = useState<Level>()
  const [said, setSaid] = useState('')
  const [reasons, setReasons] = useState([blankReason])
  const given = reasons.map(entered)
  const whole = given.filter((one) => one !== undefined)
  const notYet = level === undefined ? 'Choose a level' : said.trim() === '' ? 'Write the report' : whole.length < given.length ? 'Give each reason its evidence' : undefined
  return (
    <FormDialog title="Give the report" subtitle={check.initiative.name} size="wide" act="Report" notYet={notYet} onSubmit={() => acts.report(check, { level: level ?? 'red', words: said.trim(), reasons: whole })} onClose={onClose}>
      {(problem) => (
        <>
          <p>{words.never} The report stays as it is, with what the records say today.</p>
          <LevelSelect label="Delivery confidence" check={check} level={level} onChange={setLevel} error={fieldError(problem, 'level')} />
          <TextArea label="Report" required rows={5} maxLength={8000} value={said} onChange={setSaid} error={fieldError(problem, 'words')} />
          {reasons.map((reason, nth) => (
            <fieldset key={nth} className="grid gap-2 border-t border-border pt-3">
              <legend className="sr-only">Reason {nth + 1}</legend>
              <ReasonFields label={`Because, ${nth + 1}`} reason={reason} onChange={(one) => setReasons(reasons.map((each, at) => (at === nth ? one : each)))} />
              {reasons.length > 1 && <span><Button kind="quiet" onClick={() => setReasons(reasons.filter((_, at) => at !== nth))}>Leave reason {nth + 1} out</Button></span>}
            </fieldset>
          ))}
          {reasons.length < 20 && <span><Button onClick={() => setReasons([...reasons, blankReason])}>Another reason</Button></span>}
        </>
      )}
    </FormDialog>
  )
}

/** Calls the health check off, with the reason. */
export function CallOff({ check, acts, onClose }: Form) {
  const [reason, setReason] = useState('')
  return (
    <FormDialog title="Call the health check off" act="Call off" tone="danger" notYet={reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => acts.callOff(check, reason.trim())} onClose={onClose}>
      <p>What was judged stays in the history; no report will come of it.</p>
      <TextArea label="Why" required rows={2} maxLength={2000} data-focus-first="" value={reason} onChange={setReason} />
    </FormDialog>
  )
}
