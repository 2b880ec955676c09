import type { StoryFigure, SuccessStory } from '@throughline/contract/value'
import { Copy } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { explanationFromWire, places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { amountWords } from '../../../amounts.ts'
import { figureWords, storyText } from '../text.ts'
import { answerLooks, standingLooks, stateLooks, storyWords as words } from '../words.ts'

export type StoryProps = { readonly story: SuccessStory; readonly me: string | undefined; /** What there is to do about it. */ readonly acts: ReactNode; readonly naming: (contributor: SuccessStory['contributors'][number]) => ReactNode }

/** A story: its text with each figure as the ledger has it now, what these rest on, what they lead to, and who had a part. */
export function Story({ story, me, acts, naming }: StoryProps) {
  const format = useFormat()
  const { title, state, published, takenBack, writtenBy, objectives, contributors, unanswered } = story
  const note = published ? `${published.by}, ${format.date(published.at.slice(0, 10))}` : <><StatusMark quiet tone={stateLooks[state].tone} word={stateLooks[state].words} /> {takenBack ? `${takenBack.by}, ${format.date(takenBack.at.slice(0, 10))}: ${takenBack.reason}` : writtenBy}</>
  const own = contributors.find(({ person }) => person.id === me)
  return (
    <Card title={title} note={note}>
      <div className="grid gap-4">
        <Told story={story} />
        <Figures figures={story.figures} />
        {objectives.length > 0 && <p><span className="quiet">Contributes to </span>{objectives.map(({ id, statement }, at) => <span key={id}>{at > 0 && '; '}<a href={places.sight('objective', id)}>{statement}</a></span>)}</p>}
        {(contributors.length > 0 || unanswered > 0) && (
          <div>
            <h3 className="mb-1">Who had a part</h3>
            <ul className="grid gap-1">
              {contributors.map((one) => <li key={one.id} className="flex flex-wrap items-center gap-2">{one.person.name}{one.part && <span className="quiet">{one.part}</span>}{one.answer !== 'agreed' && <StatusMark quiet tone={answerLooks[one.answer].tone} word={answerLooks[one.answer].words} />}{naming(one)}</li>)}
            </ul>
            {own?.answer === 'asked' && <p className="mt-1">{words.asked}</p>}
            {unanswered > 0 && <p className="quiet mt-1">{format.count(unanswered, 'person has', 'people have')} not said yet whether they may be named.</p>}
          </div>
        )}
        <div className="no-print flex flex-wrap gap-2"><CopyText text={storyText(story, format)} />{acts}</div>
      </div>
    </Card>
  )
}

/** The text, with the label of each figure and of each number that somebody typed. */
function Told({ story: { parts, figures } }: { readonly story: SuccessStory }) {
  const format = useFormat()
  const byNo = new Map(figures.map((figure) => [figure.no, figure]))
  return (
    <div className="max-w-[80ch] leading-7 whitespace-pre-line">
      {parts.map((part, at) => {
        if (part.kind !== 'figure') return <span key={at}>{part.text}{part.kind === 'typed' && <> <Label label="unverified" /></>}</span>
        const figure = byNo.get(part.no)
        return figure && <span key={at}><strong><WhyFigure why={explanationFromWire(figure.why)}>{figureWords(figure, format)}</WhyFigure></strong> <Label label={figure.label} /></span>
      })}
      {parts.some(({ kind }) => kind === 'typed') && <p className="quiet mt-2">{words.typed}</p>}
    </div>
  )
}

const Label = ({ label }: { readonly label: StoryFigure['label'] }) => <StatusMark tone={label === 'verified' ? 'good' : 'warn'} word={label} />

function Figures({ figures }: { readonly figures: readonly StoryFigure[] }) {
  const format = useFormat()
  if (figures.length === 0) return <p className="quiet">It tells no figure of the ledger yet; a success story has at least one.</p>
  return (
    <Table<StoryFigure>
      caption="Figures of the story" rows={figures} rowKey={({ no }) => String(no)}
      columns={[
        { key: 'no', label: 'Figure', cell: ({ no, benefit, benefitId, initiative }) => <span className="block min-w-48">[{no}] <a href={places.sight('benefit', benefitId)}>{benefit}</a><span className="quiet block">{initiative}</span></span> },
        { key: 'period', label: 'Period', cell: ({ period, benefitId }) => <a href={places.entries({ benefitId, period })}>{period}</a> },
        { key: 'label', label: 'Label', cell: ({ label }) => <Label label={label} /> },
        { key: 'now', label: 'In the ledger', numeric: true, cell: (figure) => <WhyFigure why={explanationFromWire(figure.why)}>{figureWords(figure, format)}</WhyFigure> },
        { key: 'standing', label: 'Since it was written', cell: ({ standing, statedMinor, unit, takenAt }) => <span className="block min-w-44"><StatusMark quiet tone={standingLooks[standing].tone} word={standingLooks[standing].words} />{standing !== 'stands' && <span className="quiet block">{statedMinor === null ? 'It said another amount' : `It said ${amountWords(statedMinor, unit, format)}`} on {format.date(takenAt.slice(0, 10))}</span>}</span> },
      ]}
    />
  )
}

/** The story as text on the clipboard, for a slide or a letter. */
function CopyText({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState(false)
  return <Button icon={<Copy aria-hidden="true" />} onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true), () => setCopied(false))}><span aria-live="polite">{copied ? 'Copied' : 'Copy as text'}</span></Button>
}
