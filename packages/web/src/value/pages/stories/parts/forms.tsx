import type { NamingAnswer, NewContributor, NewStoryFigure, NewSuccessStory, StoryFigures, SuccessStory, SuccessStoryChange } from '@throughline/contract/value'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { X } from 'lucide-react'
import { useState } from 'react'
import type { Static } from 'typebox'
import { useFormat } from '../../../../format/index.ts'
import { Button, IconButton } from '../../../../ui/controls/Button.tsx'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import { amountWords } from '../../../amounts.ts'
import { withoutFigure } from '../text.ts'
import { storyWords as words } from '../words.ts'

type Outcome = Promise<Result<unknown, Problem>>
export type StoryActs = {
  add(story: NewSuccessStory): Outcome
  change(story: SuccessStory, given: Omit<SuccessStoryChange, 'version'>): Outcome
  publish(story: SuccessStory): Outcome
  takeBack(story: SuccessStory, reason: string): Outcome
  remove(story: SuccessStory): Outcome
  name(story: SuccessStory, given: NewContributor): Outcome
  unname(contributor: SuccessStory['contributors'][number]): Outcome
  answer(contributor: SuccessStory['contributors'][number], answer: Static<typeof NamingAnswer>['answer']): Outcome
}
/** What can be told of, as it is looked for. */
export type FigureChoices = { readonly found: StoryFigures | undefined; find(text: string): void }
type Form = { readonly acts: StoryActs; onClose(): void }
type Chosen = NewStoryFigure & { readonly words: string }

/** Writes a story, or changes one that is not published: its figures are chosen from the ledger and never typed. */
export function EditStory({ story, choices, acts, onClose }: Form & { readonly story?: SuccessStory | undefined; readonly choices: FigureChoices }) {
  const format = useFormat()
  const [title, setTitle] = useState(story?.title ?? '')
  const [said, setSaid] = useState(story?.words ?? '')
  const [figures, setFigures] = useState<readonly Chosen[]>(() => (story?.figures ?? []).map(({ benefitId, period, label, benefit }) => ({ benefitId, period, unverified: label === 'unverified', words: `${benefit}, ${period}, ${label}` })))
  const [moved, setMoved] = useState(false)
  const [choice, setChoice] = useState('')
  const offered = (choices.found?.figures ?? []).flatMap(({ benefitId, benefit, period, unit, verified, waiting }) => [
    ...(verified === '0' ? [] : [{ value: `${benefitId} ${period} v`, figure: { benefitId, period, words: `${benefit}, ${period}, verified` }, label: `${benefit}, ${period}: ${amountWords(verified, unit, format)}, verified` }]),
    ...(waiting === '0' ? [] : [{ value: `${benefitId} ${period} u`, figure: { benefitId, period, unverified: true, words: `${benefit}, ${period}, unverified` }, label: `${benefit}, ${period}: ${amountWords(waiting, unit, format)}, unverified` }]),
  ])
  const add = () => {
    const found = offered.find(({ value }) => value === choice)
    if (!found) return
    setFigures([...figures, found.figure])
    setSaid(`${said}${said === '' || said.endsWith(' ') || said.endsWith('\n') ? '' : ' '}[${figures.length + 1}]`)
    setMoved(true)
    setChoice('')
  }
  const drop = (at: number) => {
    setFigures(figures.filter((_, place) => place !== at))
    setSaid(withoutFigure(said, at + 1))
    setMoved(true)
  }
  const given = figures.map(({ benefitId, period, unverified = false }) => ({ benefitId, period, ...(unverified ? { unverified } : {}) }))
  const submit = () => (story ? acts.change(story, { title: title.trim(), words: said.trim(), ...(moved ? { figures: given } : {}) }) : acts.add({ title: title.trim(), words: said.trim(), figures: given }))
  return (
    <FormDialog title={story ? 'Change a story' : 'Write a success story'} subtitle="It is a draft until it is published." size="wide" act={story ? 'Change' : 'Save the draft'} notYet={title.trim() === '' ? 'Give it a title' : undefined} onSubmit={submit} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Title" hint="Without numbers." required maxLength={160} data-focus-first="" value={title} onChange={setTitle} error={fieldError(problem, 'title')} />
          <TextArea label="Story" hint={words.marks} rows={6} maxLength={8000} value={said} onChange={setSaid} error={fieldError(problem, 'words')} />
          <fieldset className="grid gap-2">
            <legend className="mb-1">Figures of the ledger</legend>
            {figures.length > 0 && <ol className="grid gap-1">{figures.map((figure, at) => <li key={`${figure.benefitId} ${figure.period} ${at}`} className="flex items-center gap-2"><span>[{at + 1}] {figure.words}</span><IconButton label={`Take out [${at + 1}] ${figure.words}`} icon={<X aria-hidden="true" />} onClick={() => drop(at)} /></li>)}</ol>}
            <FindSelect label="Figure" findLabel="Find a benefit" options={offered.map(({ value, label }) => ({ value, label }))} value={choice} onChange={setChoice} onFind={choices.find} error={fieldError(problem, 'figures')} />
            <div><Button disabled={choice === ''} onClick={add}>Add the figure</Button></div>
          </fieldset>
          {story && story.figures.length > 0 && <Checkbox label="Take all figures from the ledger anew" hint="What was corrected since is then what the story says." checked={moved} onChange={setMoved} />}
        </>
      )}
    </FormDialog>
  )
}

/** Takes a story back, with the reason. */
export function TakeBack({ story, acts, onClose }: Form & { readonly story: SuccessStory }) {
  const [reason, setReason] = useState('')
  return (
    <FormDialog title="Take a story back" subtitle={story.title} act="Take back" tone="danger" notYet={reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => acts.takeBack(story, reason.trim())} onClose={onClose}>
      <p>Nobody but those who write stories reads it any more. It can be changed and published again.</p>
      <TextArea label="Why" required rows={2} maxLength={2000} value={reason} onChange={setReason} />
    </FormDialog>
  )
}

/** Publishes a story to everybody in the organisation, or removes one that is not published. */
export function Confirm({ story, kind, acts, onClose }: Form & { readonly story: SuccessStory; readonly kind: 'publish' | 'remove' }) {
  const unverified = story.figures.filter(({ label }) => label === 'unverified').length
  const format = useFormat()
  return kind === 'publish' ? (
    <FormDialog title="Publish a story" subtitle={story.title} act="Publish" notYet={story.figures.length === 0 ? 'It tells no figure of the ledger yet' : undefined} onSubmit={() => acts.publish(story)} onClose={onClose}>
      <p>Everybody in the organisation reads it from now on. {unverified > 0 && `${format.count(unverified, 'figure is', 'figures are')} marked as unverified. `}{story.unanswered > 0 && `${format.count(story.unanswered, 'person has', 'people have')} not said yet whether they may be named, and will not be until they agree.`}</p>
    </FormDialog>
  ) : (
    <FormDialog title="Remove a story" subtitle={story.title} act="Remove" tone="danger" onSubmit={() => acts.remove(story)} onClose={onClose}>
      <p>It stays in the history, and nowhere else.</p>
    </FormDialog>
  )
}

/** Names somebody who had a part, and says which. */
export function NameContributor({ story, members, acts, onClose }: Form & { readonly story: SuccessStory; readonly members: readonly { readonly id: string; readonly name: string }[] }) {
  const [accountId, setAccount] = useState('')
  const [part, setPart] = useState('')
  const named = new Set(story.contributors.map(({ person }) => person.id))
  return (
    <FormDialog title="Name a contributor" subtitle={story.title} act="Ask them" notYet={accountId === '' ? 'Choose somebody' : undefined} onSubmit={() => acts.name(story, { accountId, part: part.trim() })} onClose={onClose}>
      <p>{words.consent}</p>
      <Select label="Who" value={accountId} options={members.filter(({ id }) => !named.has(id)).map(({ id, name }) => ({ value: id, label: name }))} onChange={setAccount} />
      <TextField label="What they did" maxLength={300} value={part} onChange={setPart} />
    </FormDialog>
  )
}
