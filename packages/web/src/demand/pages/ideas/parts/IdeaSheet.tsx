import type { Idea } from '@throughline/contract/demand'
import { isOpenIdea, triageCriteria } from '@throughline/engine/demand'
import { useEffect, type ReactNode } from 'react'
import { explanationFromWire, places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { Drawer } from '../../../../ui/overlays/Dialog.tsx'
import { alikeWords, criterionWords, ideaLooks, levelWords, outcomesOf, priorityWords, sourceWords } from '../../../idea-words.ts'
import type { AlikeFound } from '../acts.ts'
import { AlikeList } from './AlikeList.tsx'
import { LivesOn } from './tables.tsx'

type Act = 'reword' | 'judge' | 'merge' | 'answer'
export type SheetProps = { readonly idea: Idea; /** What can be done with it now. */ readonly may: Idea['may']; readonly alike: AlikeFound; readonly discuss: ReactNode; onClose(): void; onAct(act: Act): void }

/** Everything that is known of an idea: who is to be thanked, how it was judged, what reads like it, and every state it went through. */
export function IdeaSheet({ idea, may, alike, discuss, onClose, onAct }: SheetProps) {
  const format = useFormat()
  const { id, title, problem, state, checked } = idea
  const { ask } = alike
  useEffect(() => {
    ask({ title, problem, except: id })
    return () => ask(undefined)
  }, [ask, title, problem, id])
  const open = isOpenIdea(state)
  const foot = <>
    {discuss}
    {may.change && <Button onClick={() => onAct('reword')}>Change</Button>}
    {may.decide && open && <Button onClick={() => onAct('merge')}>Merge</Button>}
    {may.decide && open && <Button onClick={() => onAct('judge')}>{idea.levels ? 'Judge again' : 'Judge'}</Button>}
    {may.decide && outcomesOf(idea).length > 0 && <Button kind="primary" onClick={() => onAct('answer')}>{open ? 'Answer' : 'Answer again'}</Button>}
  </>
  return (
    <Drawer open title={title} subtitle={`Handed in ${format.date(idea.handedInAt.slice(0, 10))}, ${format.count(idea.daysOld, 'day', 'days')} ago`} onClose={onClose} foot={foot}>
      <div className="grid gap-5">
        <p><StatusMark tone={ideaLooks[state].tone} word={ideaLooks[state].words} /> <span className="quiet">for {format.count(idea.daysInState, 'day', 'days')}</span></p>
        <p className="max-w-prose whitespace-pre-line">{problem}</p>
        {idea.outcome && <section aria-label="Outcome"><h3 className="mb-1">Outcome</h3><p>{idea.outcome.words}<span className="quiet block">{idea.outcome.by}, {format.instant(idea.outcome.at)}</span></p><LivesOn idea={idea} /></section>}
        <Facts idea={idea} />
        <section aria-label="What reads like it" className="border-t border-border pt-3">
          <h3 className="mb-1">What reads like it</h3>
          <AlikeList found={alike.found} />
          {checked.missing && <p className="mt-2">When it was handed in, {checked.alike.map(({ kind, name }) => `the ${alikeWords[kind].toLowerCase()} ${name}`).join(', ') || 'nothing'} was there; missing: {checked.missing}</p>}
        </section>
        <section aria-label="Its way" className="border-t border-border pt-3">
          <h3 className="mb-1">Its way</h3>
          <ol className="grid gap-2">{idea.moves.map(({ to, words: said, by, at }) => <li key={at + to}>{ideaLooks[to].words}{said && `: ${said}`}<span className="quiet block">{by}, {format.instant(at)}</span></li>)}</ol>
        </section>
      </div>
    </Drawer>
  )
}

function Facts({ idea }: { readonly idea: Idea }) {
  const { levels, priority, merged, measure } = idea
  const rows: readonly (readonly [string, ReactNode])[] = [
    ['Credit', idea.credit.map(({ name }) => name).join(', ')],
    ['Comes from', <>{sourceWords[idea.source]}{measure && <>: <a href={`/strategy/measures/${encodeURIComponent(measure.id)}`}>{measure.name}</a></>}{idea.origin && `: ${idea.origin}`}</>],
    ['Unit', idea.unit?.name ?? 'No unit'], ['Sponsor', idea.sponsor?.name ?? 'Nobody yet'],
    ['Priority', priority.value === null || !levels ? 'Not judged yet' : <><WhyFigure why={explanationFromWire(priority.why)}>{priorityWords[priority.value]}</WhyFigure>: {triageCriteria.map((one) => `${criterionWords[one].name.toLowerCase()} ${levelWords[levels[one]].toLowerCase()}`).join(', ')}</>],
    ...(merged.length === 0 ? [] : [['Merged into it', merged.map(({ id, name, by }) => <span key={id} className="block"><a href={places.idea(id)}>{name}</a>, {by}</span>)] as const]),
  ]
  return <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 [&_dt]:text-ink-3">{rows.map(([term, said]) => <div key={term} className="contents"><dt>{term}</dt><dd>{said}</dd></div>)}</dl>
}
