import type { FunnelStage, Idea, IdeaIntake, ideaLists } from '@throughline/contract/demand'
import { isOpenIdea } from '@throughline/engine/demand'
import { useState } from 'react'
import { explanationFromWire, places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Pager } from '../../../../ui/controls/Pager.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { ideaLooks, outcomesOf, priorityWords, sourceWords } from '../../../idea-words.ts'
import { ideasWords as words } from '../words.ts'
import type { Given } from './hand-in.tsx'

type Look = (typeof ideaLists)[number] | 'all'
/** Which ideas are listed, and the words that stand in them. */
export type IdeasLooked = { readonly list: Look; readonly search: string }
/** Ideas of one page. */
const pageRows = 100
const looks: Readonly<Record<Look, string>> = { open: 'Open ones', over: 'Those that are over', mine: 'My own', all: 'All' }

/** Ideas with what there is to do for the reader: open ones by priority, the oldest first. */
export function IdeasTable({ intake: { ideas, from, total }, looked, onLook, onFrom, mayDecide, onOpen, onJudge, onAnswer }: { readonly intake: IdeaIntake; readonly looked: IdeasLooked; onLook(next: IdeasLooked): void; onFrom(from: number): void; readonly mayDecide: boolean; onOpen(idea: Idea): void; onJudge(idea: Idea): void; onAnswer(idea: Idea): void }) {
  const format = useFormat()
  const [search, setSearch] = useState(looked.search)
  return (
    <Card title="Ideas" note={format.count(total, 'idea', 'ideas')} flush>
      <form className="no-print flex flex-wrap items-end gap-3 p-4" role="search" aria-label="Narrow the ideas down" onSubmit={(event) => { event.preventDefault(); onLook({ ...looked, search: search.trim() }) }}>
        <TextField label="Find" type="search" placeholder="Title, problem or origin" maxLength={200} value={search} onChange={setSearch} />
        <Select<Look> label="Which ideas" value={looked.list} options={(Object.keys(looks) as Look[]).map((value) => ({ value, label: looks[value] }))} onChange={(list) => onLook({ ...looked, list })} />
        <Button type="submit">Find</Button>
      </form>
      <Table<Idea>
        caption="Ideas with their outcomes" rows={ideas} rowKey={({ id }) => id} maxHeight={640} empty={words.noneHere}
        columns={[
          { key: 'title', label: 'Idea', cell: (one) => <span className="grid min-w-56 justify-items-start py-1"><button type="button" className="text-left text-accent hover:underline" onClick={() => onOpen(one)}>{one.title}</button><span className="quiet">{one.measure?.name ?? (one.origin || sourceWords[one.source])}</span></span> },
          { key: 'state', label: 'State', cell: ({ state, daysInState }) => <span className="whitespace-nowrap"><StatusMark quiet tone={ideaLooks[state].tone} word={ideaLooks[state].words} /><span className="quiet block">for {format.count(daysInState, 'day', 'days')}</span></span> },
          { key: 'priority', label: 'Priority', cell: ({ priority }) => (priority.value === null ? <span className="quiet">not judged</span> : <WhyFigure why={explanationFromWire(priority.why)}>{priorityWords[priority.value]}</WhyFigure>) },
          { key: 'credit', label: 'Credit', cell: ({ credit, handedInAt }) => <span className="block min-w-32">{credit.map(({ name }) => name).join(', ')}<span className="quiet block">{format.date(handedInAt.slice(0, 10))}</span></span> },
          { key: 'sponsor', label: 'Sponsor', cell: ({ sponsor }) => sponsor?.name ?? <span className="quiet">nobody</span> },
          { key: 'outcome', label: 'Outcome', cell: (one) => <span className="block min-w-48">{one.outcome ? <>{one.outcome.words}<LivesOn idea={one} /></> : <span className="quiet">none yet</span>}</span> },
          { key: 'act', label: '', cell: (one) => mayDecide && one.may.decide && <span className="flex gap-1">{isOpenIdea(one.state) && <Button aria-label={`${one.levels ? 'Judge again' : 'Judge'}: ${one.title}`} onClick={() => onJudge(one)}>{one.levels ? 'Judge again' : 'Judge'}</Button>}{outcomesOf(one).length > 0 && <Button kind={isOpenIdea(one.state) ? 'secondary' : 'quiet'} aria-label={`${isOpenIdea(one.state) ? 'Answer' : 'Answer again'}: ${one.title}`} onClick={() => onAnswer(one)}>{isOpenIdea(one.state) ? 'Answer' : 'Answer again'}</Button>}</span> },
        ]}
      />
      <div className="px-4 py-2 empty:hidden"><Pager what="ideas" {...{ total, from, onFrom }} shown={ideas.length} size={pageRows} /></div>
    </Card>
  )
}

/** Where an idea lives on: in another one, or as an initiative. */
export function LivesOn({ idea: { duplicateOf, initiative } }: { readonly idea: Pick<Idea, 'duplicateOf' | 'initiative'> }) {
  if (duplicateOf) return <span className="block">It lives on in <a href={places.idea(duplicateOf.id)}>{duplicateOf.name}</a></span>
  return initiative && <span className="block">It is the initiative <a href={places.initiative(initiative.id)}>{initiative.name}</a></span>
}

/** The states with how many stand there and for how long. */
export function FunnelTable({ stages }: { readonly stages: readonly FunnelStage[] }) {
  const format = useFormat()
  return (
    <Card title="Funnel" note="How many ideas stand where, how many ever came there, and for how long those that stand there have done so" flush>
      <Table<FunnelStage>
        caption="Ideas by state with their ages" rows={stages} rowKey={({ state }) => state}
        columns={[
          { key: 'state', label: 'State', cell: ({ state }) => <StatusMark quiet tone={ideaLooks[state].tone} word={ideaLooks[state].words} /> },
          { key: 'now', label: 'Now', numeric: true, cell: ({ now }) => format.number(now, 0) },
          { key: 'reached', label: 'Ever came there', numeric: true, cell: ({ reached }) => format.number(reached, 0) },
          { key: 'age', label: 'Days, the middle one', numeric: true, cell: ({ age }) => <WhyFigure why={explanationFromWire(age.why)}>{age.metric.status === 'ok' ? format.number(age.metric.value) : 'none'}</WhyFigure> },
          { key: 'oldest', label: 'Days, the oldest', numeric: true, cell: ({ oldest }) => (oldest.status === 'ok' ? format.number(oldest.value, 0) : <span className="quiet">none</span>) },
        ]}
      />
    </Card>
  )
}

/** What the data of the organisation itself calls for: measures that are off their course, and signals of an opportunity. */
export function CallsForIdeas({ intake: { shortfalls, signals }, onHandIn }: { readonly intake: IdeaIntake; readonly onHandIn: ((given: Given) => void) | undefined }) {
  const format = useFormat()
  if (shortfalls.length + signals.length === 0) return null
  return (
    <Card title="Calls for an idea" note="Measures that are off their course and signals of an opportunity, which no idea answers yet" flush>
      <Table<Call>
        caption="What calls for an idea" rows={[...shortfalls.map((one): Call => ({ key: one.measureId, ...one, kind: 'measure' })), ...signals.map((one): Call => ({ key: one.id, ...one, kind: 'signal' }))]} rowKey={({ key }) => key} maxHeight={400}
        columns={[
          { key: 'what', label: 'What', cell: (one) => <span className="block min-w-56 py-1">{one.kind === 'measure' ? <a href={`/strategy/measures/${encodeURIComponent(one.measureId)}`}>{one.name}</a> : one.words}<span className="quiet block">{one.kind === 'measure' ? <a href={places.objective(one.objective.id)}>{one.objective.name}</a> : `${one.unit}, ${format.instant(one.at)}`}</span></span> },
          { key: 'why', label: 'Why', cell: (one) => (one.kind === 'measure' ? <StatusMark quiet tone={one.standing === 'off_track' ? 'bad' : 'warn'} word={one.standing === 'off_track' ? 'Off track' : 'At risk'} /> : 'A unit tells of an opportunity') },
          { key: 'behind', label: 'Behind its course', numeric: true, cell: (one) => one.kind === 'measure' && <WhyFigure why={explanationFromWire(one.shortfall.why)} /> },
          { key: 'act', label: '', cell: (one) => onHandIn && <Button aria-label={`Hand in an idea for ${one.kind === 'measure' ? one.name : one.words}`} onClick={() => onHandIn(one.kind === 'measure' ? { source: 'measure', measureId: one.measureId, about: one.name } : { source: 'signal', signalId: one.id, about: `${one.unit}: ${one.words}` })}>Hand in an idea</Button> },
        ]}
      />
    </Card>
  )
}
type Call = { readonly key: string } & ((IdeaIntake['shortfalls'][number] & { readonly kind: 'measure' }) | (IdeaIntake['signals'][number] & { readonly kind: 'signal' }))
