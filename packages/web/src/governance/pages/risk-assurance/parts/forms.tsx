import type { InitiativeRiskAssurance, NewRiskOpinion, OpinionClass, RiskRules } from '@throughline/contract/governance'
import { opinionClasses } from '@throughline/engine/governance'
import { useState } from 'react'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { fieldError, FormDialog } from '../../../../wire/index.ts'
import type { Outcome } from '../../../outcome.ts'
import { assuranceWords as words, classLooks } from '../words.ts'

export type AssuranceActs = { agree(rules: RiskRules): Outcome; give(initiativeId: string, opinion: NewRiskOpinion): Outcome }

/** Gives an opinion on how an initiative manages its risks; the class of the rule stands first. */
export function GiveOpinion({ found: { initiative, process, issued }, acts, onClose }: { readonly found: InitiativeRiskAssurance; readonly acts: AssuranceActs; onClose(): void }) {
  const byRule = process.opinion.metric.status === 'ok' ? process.opinion.metric.value : undefined
  const [given, setGiven] = useState<OpinionClass>(byRule ?? 'limited')
  const [said, setSaid] = useState('')
  return (
    <FormDialog title="Give an opinion" subtitle={initiative.name} act="Give" notYet={said.trim() === '' ? 'Say on what it rests' : undefined} onSubmit={() => acts.give(initiative.id, { version: issued[0]?.no ?? null, class: given, words: said.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          <p>It is kept with what the tests found today. {words.independence}</p>
          <Select<OpinionClass> label="Assurance" hint={byRule ? `By rule: ${classLooks[byRule].word.toLowerCase()}. Say why where you come to another one.` : undefined} value={given} options={opinionClasses.map((value) => ({ value, label: `${classLooks[value].word}: ${classLooks[value].about}` }))} onChange={setGiven} />
          <TextArea label="On what it rests" required rows={4} maxLength={4000} data-focus-first="" value={said} onChange={setSaid} error={fieldError(problem, 'words')} />
        </>
      )}
    </FormDialog>
  )
}

const fields = [
  ['nearDays', 'A risk is near within', 'days', 'Or where its day has passed'], ['nearReviewDays', 'Near risks are reviewed every', 'days', ''], ['fullReviewDays', 'Others of the full tier every', 'days', 'The tier of conformance'], ['lowReviewDays', 'Others of the low tier every', 'days', ''],
  ['staleReviews', 'An estimate is stale after', 'reviews', 'That changed nothing, its day past'], ['leastPattern', 'Patterns are looked for from', 'estimates', 'All alike, or most issues unforeseen'], ['leastOver', 'Probabilities are held against what came from', 'risks', 'That are over'],
] as const

/** Agrees on what is asked of every register. */
export function AgreeRules({ rules, acts, onClose }: { readonly rules: RiskRules; readonly acts: AssuranceActs; onClose(): void }) {
  const { version, ...before } = rules
  const [entry, setEntry] = useState<Readonly<Record<keyof typeof before, string | null>>>(() => Object.fromEntries(fields.map(([field]) => [field, String(before[field])])) as Record<keyof typeof before, string>)
  const wrong = fields.find(([field]) => !/^\d{1,6}$/.test(entry[field] ?? ''))
  const given = (): RiskRules => ({ version, ...(Object.fromEntries(fields.map(([field]) => [field, Number(entry[field])])) as typeof before) })
  return (
    <FormDialog title="Agree on rules" subtitle="They hold for every register, from now on." size="wide" act="Agree" notYet={wrong ? `${wrong[1]}: a whole number` : undefined} onSubmit={() => acts.agree(given())} onClose={onClose}>
      {(problem) => <div className="grid gap-3 sm:grid-cols-2">{fields.map(([field, label, unit, hint]) => <NumberField key={field} label={label} unit={unit} hint={hint || undefined} min={0} value={entry[field]} onChange={(value) => setEntry((all) => ({ ...all, [field]: value }))} error={fieldError(problem, field)} />)}</div>}
    </FormDialog>
  )
}
