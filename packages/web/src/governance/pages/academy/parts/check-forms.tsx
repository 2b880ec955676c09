import type { CheckResult, Course, KnowledgeCheckTaken } from '@throughline/contract/governance'
import { useRef, useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Dialog } from '../../../../ui/overlays/Dialog.tsx'
import { FormDialog, fieldError, Shown, type Reading } from '../../../../wire/index.ts'
import type { AcademyActs } from '../acts.ts'
import { academyWords as words } from '../words.ts'

type Drafted = { readonly text: string; readonly choices: string; readonly right: string }
const lines = (text: string): readonly string[] => text.split('\n').map((one) => one.trim()).filter((one) => one !== '')

/** Gives the knowledge check of a course: questions, a choice in each line, and which is right. */
export function GiveCheck({ course, before, acts, onClose }: { readonly course: Course; /** The questions there are, without their answers. */ readonly before: KnowledgeCheckTaken | undefined; readonly acts: AcademyActs; onClose(): void }) {
  const [passMark, setPassMark] = useState(before?.passMark ?? 1)
  const [attempts, setAttempts] = useState(before?.attempts ?? 3)
  const [questions, setQuestions] = useState<readonly Drafted[]>(before?.questions.map(({ text, choices }) => ({ text, choices: choices.join('\n'), right: '' })) ?? [{ text: '', choices: '', right: '' }])
  const set = (at: number, change: Partial<Drafted>) => setQuestions(questions.map((one, place) => (place === at ? { ...one, ...change } : one)))
  const unsound = questions.findIndex(({ text, choices, right }) => text.trim() === '' || lines(choices).length < 2 || right === '' || Number(right) >= lines(choices).length)
  const notYet = unsound >= 0 ? `Question ${unsound + 1} needs its words, two choices and which is right` : passMark > questions.length ? 'More is to be right than is asked' : undefined
  return (
    <FormDialog title="Knowledge check" subtitle={course.name} size="wide" act="Give it" notYet={notYet} onSubmit={() => acts.setCheck(course, { passMark, attempts, questions: questions.map(({ text, choices, right }) => ({ text: text.trim(), choices: [...lines(choices)], right: Number(right) })) })} onClose={onClose}>
      {(problem) => (
        <>
          {before && <p className="quiet">{words.checkKept}</p>}
          <div className="grid gap-4 sm:grid-cols-2">
            <NumberField label="Right answers to pass" min={1} max={50} value={String(passMark)} onChange={(value) => setPassMark(Math.trunc(Number(value ?? 1)))} error={fieldError(problem, 'passMark')} />
            <NumberField label="How often one may try" min={1} max={20} value={String(attempts)} onChange={(value) => setAttempts(Math.trunc(Number(value ?? 1)))} error={fieldError(problem, 'attempts')} />
          </div>
          {questions.map(({ text, choices, right }, at) => (
            <fieldset key={at} className="grid gap-2 border-t border-border pt-3">
              <legend className="field-label">Question {at + 1}</legend>
              <TextField label="Question" required maxLength={1000} value={text} onChange={(said) => set(at, { text: said })} error={fieldError(problem, `questions/${at}/text`)} />
              <TextArea label="Choices, one in each line" required rows={3} value={choices} onChange={(said) => set(at, { choices: said })} error={fieldError(problem, `questions/${at}/choices`)} />
              <Select label="The right one" value={right} options={lines(choices).map((label, place) => ({ value: String(place), label }))} onChange={(value) => set(at, { right: value })} />
              {questions.length > 1 && <div><Button aria-label={`Leave it out: question ${at + 1}`} onClick={() => setQuestions(questions.filter((_, place) => place !== at))}>Leave it out</Button></div>}
            </fieldset>
          ))}
          {questions.length < 50 && <div><Button onClick={() => setQuestions([...questions, { text: '', choices: '', right: '' }])}>Add a question</Button></div>}
        </>
      )}
    </FormDialog>
  )
}

/** Takes a knowledge check; then says how many answers are right. */
export function TakeCheck({ reading, acts, onClose }: { readonly reading: Reading<KnowledgeCheckTaken>; readonly acts: AcademyActs; onClose(): void }) {
  const [result, setResult] = useState<CheckResult>()
  if (result) return (
    <Dialog open title={result.course.name} onClose={onClose} foot={<Button kind="primary" onClick={onClose}>Close</Button>}>
      <p><StatusMark tone={result.passed ? 'good' : 'warn'} word={result.passed ? 'Passed' : 'Not passed'} /> {result.right} of {result.asked} right; {result.passMark} needed.</p>
      <p className="quiet mt-2">{words.grade}</p>
    </Dialog>
  )
  if (reading.state !== 'full') return <Dialog open title="Knowledge check" onClose={onClose}><Shown reading={reading} what="the check">{() => null}</Shown></Dialog>
  return <Questions check={reading.value} acts={acts} onResult={setResult} onClose={onClose} />
}

function Questions({ check, acts, onResult, onClose }: { readonly check: KnowledgeCheckTaken; readonly acts: AcademyActs; onResult(result: CheckResult): void; onClose(): void }) {
  const [answers, setAnswers] = useState<readonly string[]>(check.questions.map(() => ''))
  const open = answers.findIndex((one) => one === '')
  // Handed in, it gives way to its result, which is closed by itself.
  const handedIn = useRef(false)
  const submit = async () => {
    const done = await acts.takeCheck(check, answers.map(Number))
    if (done.ok) {
      handedIn.current = true
      onResult(done.value)
    }
    return done
  }
  return (
    <FormDialog title="Knowledge check" subtitle={`${check.course.name}: ${check.passMark} of ${check.questions.length} right to pass`} size="wide" act="Hand in" notYet={open >= 0 ? `Answer question ${open + 1}` : undefined} onSubmit={submit} onClose={() => { if (!handedIn.current) onClose() }}>
      <p className="quiet">{words.grade}</p>
      {check.questions.map(({ text, choices }, at) => <Select key={at} label={`${at + 1}. ${text}`} value={answers[at] ?? ''} options={choices.map((label, place) => ({ value: String(place), label }))} onChange={(value) => setAnswers(answers.map((one, place) => (place === at ? value : one)))} />)}
    </FormDialog>
  )
}
