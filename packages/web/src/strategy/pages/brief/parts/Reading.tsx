import type { Brief, BriefGoal, BriefQuestion } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import { useId, useState, type FormEvent } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { ProblemNote } from '../../../../wire/index.ts'
import type { BriefActs } from '../Page.tsx'
import { questionWords, sightOfRight } from '../words.ts'

/** The goals in force, those of the organisation by weight, then those of units. */
export function Goals({ brief: { goals, version } }: { readonly brief: Brief }) {
  const format = useFormat()
  return (
    <Card title="What the strategy wants" note={`Version ${version.no}, the weightiest first.`}>
      <ol className="grid gap-3">
        {goals.map(({ key, statement, description, deadline, unit, measures }: BriefGoal) => (
          <li key={key}>
            <span className="block font-semibold">{statement}</span>
            <span className="quiet block">{[unit ?? '', deadline ? `by ${format.date(deadline)}` : '', measures.length > 0 ? `measured by ${measures.join(', ')}` : 'no measure'].filter((part) => part !== '').join(' · ')}</span>
            {description && <span className="block">{description}</span>}
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** The questions one after another: the first that is open is asked, those before it show what is right. */
export function Questions({ brief: { edition, questions, stage }, acts }: { readonly brief: Brief; readonly acts: BriefActs | null }) {
  const open = questions.find(({ answer }) => answer === null)
  const done = questions.filter(({ answer }) => answer !== null)
  const right = done.filter(({ answer }) => answer?.isRight).length
  return (
    <Card title="Questions" note={questions.length === 0 ? 'Nothing recorded has one answer that could be asked for: there is no question.' : `${done.length} of ${questions.length} answered`}>
      <div className="grid grid-cols-1 gap-5" aria-live="polite">
        {done.map((question) => <Answered key={question.no} question={question} />)}
        {open && (acts ? <Asked key={open.no} edition={edition} question={open} of={questions.length} acts={acts} /> : <p className="quiet">Questions are answered in the present.</p>)}
        {stage === 'answered' && <p><StatusMark tone="good" word="Read and answered" /> <span className="quiet">{right} of {questions.length} rightly; nobody else is told.</span></p>}
      </div>
    </Card>
  )
}

function Answered({ question }: { readonly question: BriefQuestion }) {
  const { answer, choices } = question
  const nameOf = (id: string | undefined): string => choices.find((one) => one.id === id)?.name ?? ''
  return (
    <div>
      <p>{questionWords(question)}</p>
      <p><StatusMark quiet tone={answer?.isRight ? 'good' : 'warn'} word={answer?.isRight ? 'Right' : 'Not right'} />{!answer?.isRight && <span className="quiet"> {`You said ${nameOf(answer?.choice)}.`}</span>}</p>
      <p>It is <strong>{nameOf(answer?.right)}</strong>. <a className="underline" href={sightOfRight(question, answer?.right ?? '')}>See the line</a></p>
    </div>
  )
}

function Asked({ edition, question, of, acts }: { readonly edition: string; readonly question: BriefQuestion; readonly of: number; readonly acts: BriefActs }) {
  const name = useId()
  const [choice, setChoice] = useState<string>()
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (choice === undefined || busy) return
    setBusy(true)
    const done = await acts.answer(edition, question.no, choice)
    setBusy(false)
    setProblem(done.ok ? undefined : done.refusal)
  }
  return (
    <form onSubmit={(event) => void send(event)}>
      <fieldset className="min-w-0">
        <legend className="font-semibold">{question.no} of {of}: {questionWords(question)}</legend>
        <div className="mt-2 grid gap-1">
          {question.choices.map(({ id, name: words }, at) => (
            <label key={id} className="flex items-start gap-2 py-0.5">
              <input ref={at === 0 ? focused : undefined} type="radio" className="mt-0.5 size-4 shrink-0 accent-accent" name={name} value={id} checked={choice === id} onChange={() => setChoice(id)} />
              <span>{words}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <ProblemNote problem={problem} />
      <p className="mt-3 flex flex-wrap items-center gap-3"><Button kind="primary" type="submit" busy={busy} disabled={choice === undefined}>Answer</Button><span className="quiet">Arrow keys choose, Enter answers.</span></p>
    </form>
  )
}

/** The question that is asked is where the keyboard is. */
const focused = (input: HTMLInputElement | null): void => input?.focus()
