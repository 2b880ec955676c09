import type { Idea, IdeaDecision, IdeaLevels } from '@throughline/contract/demand'
import { isOpenIdea, triageCriteria, triageLevels, type TriageLevel } from '@throughline/engine/demand'
import { useEffect, useState } from 'react'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import { criterionWords, levelWords, outcomesOf, outcomeWords } from '../../../idea-words.ts'
import type { Choice, IdeaActs, IdeaChoices } from '../acts.ts'
import { ideasWords as words } from '../words.ts'

type Form = { readonly idea: Idea; readonly acts: IdeaActs; onClose(): void }

/** Judges an idea at first sight, and says who sponsors it. */
export function Judge({ idea, members, acts, onClose }: Form & { readonly members: readonly Choice[] }) {
  const [levels, setLevels] = useState<Partial<IdeaLevels>>(idea.levels ?? {})
  const [sponsorId, setSponsor] = useState(idea.sponsor?.id ?? '')
  const open = triageCriteria.find((one) => levels[one] === undefined)
  const gone = idea.sponsor && members.every(({ id }) => id !== idea.sponsor?.id) ? [idea.sponsor] : []
  return (
    <FormDialog title="Judge an idea" subtitle={idea.title} act="Judge" notYet={open && `Judge its ${criterionWords[open].name.toLowerCase()}`} onSubmit={() => acts.judge(idea, { levels: levels as IdeaLevels, sponsorId: sponsorId === '' ? null : sponsorId })} onClose={onClose}>
      {(refused) => (
        <>
          <p>{idea.problem}</p>
          <div className="grid gap-4 sm:grid-cols-2">
            {triageCriteria.map((one) => <Select<TriageLevel> key={one} label={criterionWords[one].name} hint={criterionWords[one].about} value={levels[one] ?? ''} options={triageLevels.map((value) => ({ value, label: levelWords[value] }))} onChange={(level) => setLevels((all) => ({ ...all, [one]: level }))} />)}
          </div>
          <p className="quiet">{words.triage}</p>
          <Select label="Sponsor" hint="Stands for it, and is told." value={sponsorId} options={[{ id: '', name: 'Nobody yet' }, ...gone, ...members].map(({ id, name }) => ({ value: id, label: name }))} onChange={setSponsor} error={fieldError(refused, 'sponsorId')} />
        </>
      )}
    </FormDialog>
  )
}

/** Merges an idea into another that says the same; the most alike stand first. */
export function Merge({ idea, others: { found, total, find }, acts, onClose }: Form & { readonly others: IdeaChoices }) {
  const alike = idea.checked.alike.filter(({ kind }) => kind === 'idea').map(({ id }) => id)
  const stay = found.filter(({ id, state }) => id !== idea.id && (isOpenIdea(state) || state === 'to_case')).toSorted((a, b) => Number(alike.includes(b.id)) - Number(alike.includes(a.id)))
  const [chosen, setChosen] = useState<Idea>()
  const [said, setSaid] = useState('')
  useEffect(() => find(''), [find])
  const into = chosen ?? stay.find(({ id }) => alike.includes(id))
  return (
    <FormDialog title="Merge an idea" subtitle={idea.title} act="Merge" notYet={into === undefined ? 'Choose the idea that stays' : said.trim() === '' ? 'Say why' : undefined} onSubmit={() => acts.merge(idea, into?.id ?? '', said.trim())} onClose={onClose}>
      <FindSelect label="Into the idea" findLabel="Find an idea" options={stay.map(({ id, title }) => ({ value: id, label: title }))} {...(total > found.length ? { total } : {})} value={into?.id ?? ''} onChange={(id) => setChosen(stay.find((one) => one.id === id))} onFind={find} />
      {into && <p>“{into.problem}” Credit goes to {[...new Set([...into.credit, ...idea.credit].map(({ name }) => name))].join(', ')}.</p>}
      <TextArea label="Why" hint={`${idea.submitter.name} is told.`} required rows={2} maxLength={2000} value={said} onChange={setSaid} />
    </FormDialog>
  )
}

/** Says what becomes of an idea; everybody who is credited for it is told. */
export function Answer({ idea, acts, onClose }: Form) {
  const offered = outcomesOf(idea)
  const [outcome, setOutcome] = useState<IdeaDecision['outcome'] | ''>(offered.length === 1 ? (offered[0] ?? '') : '')
  const [said, setSaid] = useState('')
  const notYet = outcome === '' ? 'Choose what becomes of it' : outcome === 'to_case' && idea.sponsor === null ? 'Judge it first, with a sponsor' : said.trim() === '' ? 'Say why' : undefined
  return (
    <FormDialog title="Answer an idea" subtitle={idea.title} act={outcome === '' ? 'Answer' : outcomeWords[outcome]} {...(outcome === 'decline' ? { tone: 'danger' as const } : {})} notYet={notYet} onSubmit={() => acts.decide(idea, outcome === '' ? 'decline' : outcome, said.trim())} onClose={onClose}>
      <p>{idea.problem}</p>
      <Select<IdeaDecision['outcome']> label="What becomes of it" value={outcome} options={offered.map((value) => ({ value, label: outcomeWords[value] }))} onChange={setOutcome} />
      {outcome === 'incubate' && <p className="quiet">{words.incubate}</p>}
      {outcome === 'to_case' && <p className="quiet">{words.toCase}</p>}
      <TextArea label="Why" hint={`${idea.credit.map(({ name }) => name).join(', ')}: they are told in these words.`} required rows={3} maxLength={2000} data-focus-first="" value={said} onChange={setSaid} />
    </FormDialog>
  )
}
