import type { MyWork, OwnThing } from '@throughline/contract/strategy'
import { places, useFormat } from '../../../format/index.ts'
import { Card } from '../../../ui/display/Card.tsx'
import { Figure, FigureStrip } from '../../../ui/display/Figure.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { StatusMark } from '../../../ui/display/Status.tsx'
import { Table } from '../../../ui/display/Table.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { kindWords } from '../line-of-sight/words.ts'
import { myWorkWords as words, tieWords } from './words.ts'

/** What the person at the screen owns or works on, and what it contributes to. */
export function MyWorkPage({ reading }: { readonly reading: Reading<MyWork> }) {
  const actions = <><a className="button" data-kind="secondary" href="/strategy/updates">My updates</a><a className="button" data-kind="secondary" href="/value/stories">Success stories</a></>
  return (
    <PageFrame title={words.title} note={words.note} actions={actions}>
      <Shown reading={reading} what="your work" lines={8}>
        {(work) => work.things.length === 0
          ? <EmptyState title={words.emptyTitle} actions={<a className="button" data-kind="secondary" href="/strategy/line-of-sight">Line of sight</a>}>{words.emptyWhy}</EmptyState>
          : <><Sums work={work} /><Objectives work={work} /><Things work={work} /></>}
      </Shown>
    </PageFrame>
  )
}

function Sums({ work: { objectives, things, omitted } }: { readonly work: MyWork }) {
  const format = useFormat()
  const [lost, recorded] = [things.filter(({ objectiveIds }) => objectiveIds.length === 0).length, things.filter(({ records }) => records > 0).length]
  return (
    <FigureStrip label="Your work">
      <Figure label="In your hands" value={format.number(things.length + omitted, 0)} comparison={{ words: 'objectives, initiatives, tasks, changes, benefits and measures' }} />
      <Figure label="Contribute to" value={format.number(objectives.length, 0)} comparison={{ words: objectives.length === 1 ? 'objective' : 'objectives' }} />
      <Figure label="On no line" value={format.number(lost, 0)} comparison={{ words: lost === 0 ? 'everything leads up to an objective' : words.noLineWhy, tone: lost === 0 ? 'good' : 'warn' }} />
      <Figure label="With evidence" value={format.number(recorded, 0)} comparison={{ words: 'have something recorded on their line' }} />
    </FigureStrip>
  )
}

/** Each objective with what of one’s own leads up to it. */
function Objectives({ work: { objectives, things } }: { readonly work: MyWork }) {
  const names = new Map(things.map(({ id, name, kind }) => [id, { name, kind }]))
  return (
    <Card title="My work contributes to">
      {objectives.length === 0 ? <p className="quiet">{words.noObjectives}</p> : (
        <ul className="grid gap-3">
          {objectives.map(({ kind, id, name, note, ownIds }) => (
            <li key={id}>
              <a href={places.sight(kind, id)}>{name}</a> <span className="quiet">{note}</span>
              <span className="quiet block">{ownIds.includes(id) ? 'In your own hands' : `Through ${ownIds.slice(0, 3).map((own) => names.get(own)?.name ?? '').join(', ')}${ownIds.length > 3 ? ` and ${ownIds.length - 3} more` : ''}`}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** Everything of one’s own, with its line. */
function Things({ work: { things, objectives, omitted } }: { readonly work: MyWork }) {
  const format = useFormat()
  const statements = new Map(objectives.map(({ id, name }) => [id, name]))
  return (
    <Card title="In my hands" note={`${words.sameName}${omitted > 0 ? ` ${format.count(omitted, 'more is', 'more are')} not listed.` : ''}`} flush>
      <Table<OwnThing>
        caption="What I own or work on, with what it contributes to" rows={things} rowKey={({ kind, id }) => `${kind} ${id}`} maxHeight={640}
        columns={[
          { key: 'name', label: 'What', cell: ({ kind, id, name, note }) => <span className="block min-w-56"><a className="text-ink" href={places.sight(kind, id)}>{name}</a><span className="quiet block">{kindWords[kind]}{note && `, ${note}`}</span></span> },
          { key: 'ties', label: 'As', cell: ({ ties }) => <span className="whitespace-nowrap">{ties.map((tie) => tieWords[tie]).join(', ')}</span> },
          { key: 'objectives', label: 'Contributes to', cell: ({ id, objectiveIds }) => (objectiveIds.length === 0 ? <StatusMark quiet tone="warn" word={words.noLine} /> : <span className="block min-w-56">{objectiveIds.map((one) => (one === id ? 'an objective itself' : statements.get(one) ?? '')).join('; ')}</span>) },
          { key: 'records', label: 'Recorded', numeric: true, cell: ({ kind, id, records }) => (records === 0 ? <span className="quiet">nothing</span> : <a href={places.sight(kind, id)}>{format.number(records, 0)}</a>) },
          { key: 'newest', label: 'Newest', cell: ({ newest }) => (newest ? <span className="block min-w-40">{newest.name}<span className="quiet block">{newest.on && format.date(newest.on)}</span></span> : <span className="quiet">–</span>) },
        ]}
      />
    </Card>
  )
}
