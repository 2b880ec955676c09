import type { Definition, MeasureCandidate, MeasureLibrary, ObjectiveMeasures } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import { useState } from 'react'
import { Button } from '../../../ui/controls/Button.tsx'
import { Select } from '../../../ui/controls/Select.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { Table } from '../../../ui/display/Table.tsx'
import { ProblemNote, Shown, type Reading } from '../../../wire/index.ts'
import type { Outcome } from '../../acts.ts'
import { measurePlaces } from '../../measure-words.ts'
import { leadingWords, tellsOfWords } from '../../words.ts'
import { Warnings } from '../goals/parts/MixTable.tsx'
import { ChooseMeasure, type FittingActs } from './parts/ChooseMeasure.tsx'
import { actWords, fittingWords as words } from './words.ts'

export type FittingProps = { readonly reading: Reading<ObjectiveMeasures>; readonly library: Reading<MeasureLibrary>; readonly canEdit: boolean; readonly acts: FittingActs }
type Choice = Pick<MeasureCandidate, 'act' | 'from' | 'name' | 'definitionId'>

/** An objective with what it is measured by, what is wrong with that, and the measures that may suit it. */
export function FittingPage({ reading, library, canEdit, acts }: FittingProps) {
  const [choice, setChoice] = useState<Choice>()
  const [problem, setProblem] = useState<Problem>()
  const definitions = library.state === 'full' ? library.value.definitions.filter(({ retired }) => retired === null) : []
  const take = async (outcome: Outcome) => {
    const done = await outcome
    setProblem(done.ok ? undefined : done.refusal)
  }
  return (
    <PageFrame title={words.title} note={words.note} actions={<a className="button" data-kind="secondary" href={measurePlaces.library}>Measure library</a>}>
      <ProblemNote problem={problem} />
      <Shown reading={reading} what="measures that fit" lines={8}>
        {(value) => (
          <>
            <h2>{value.mix.statement}{value.mix.strategy && <span className="quiet"> · {value.mix.strategy.name}</span>}</h2>
            <InUse of={value} canEdit={canEdit} onUnlink={(linkId, version) => void take(acts.unlink(linkId, version))} />
            <Candidates candidates={value.candidates} canEdit={canEdit} onChoose={setChoice} />
            {canEdit && definitions.length > 0 && <AnyOther definitions={definitions} onChoose={setChoice} />}
          </>
        )}
      </Shown>
      {choice && <ChooseMeasure choice={choice} definition={definitions.find(({ id }) => id === choice.definitionId)} acts={acts} onClose={() => setChoice(undefined)} />}
    </PageFrame>
  )
}

function InUse({ of: { mix, measures }, canEdit, onUnlink }: { readonly of: ObjectiveMeasures; readonly canEdit: boolean; onUnlink(linkId: string, version: number): void }) {
  return (
    <Card flush title="What measures it" note={<Warnings mix={mix} />}>
      {measures.length > 0 && (
        <Table<ObjectiveMeasures['measures'][number]>
          caption="Measures of the objective" rows={measures} rowKey={({ id }) => id}
          columns={[
            { key: 'name', label: 'Measure', cell: ({ id, name, linkId }) => <><a href={measurePlaces.measure(id)}>{name}</a>{linkId !== null && <span className="quiet block">Linked: it belongs to another objective</span>}</> },
            { key: 'tells', label: 'Tells of', cell: ({ tellsOf }) => (tellsOf === null ? <span className="quiet">nobody said</span> : tellsOfWords[tellsOf]) },
            { key: 'leading', label: 'Leading or lagging', cell: ({ leading }) => leadingWords(leading) },
            { key: 'act', label: '', cell: ({ name, linkId, linkVersion }) => canEdit && linkId !== null && linkVersion !== null && <Button kind="quiet" aria-label={`Link ${name} no longer`} onClick={() => onUnlink(linkId, linkVersion)}>Link no longer</Button> },
          ]}
        />
      )}
    </Card>
  )
}

function Candidates({ candidates, canEdit, onChoose }: { readonly candidates: readonly MeasureCandidate[]; readonly canEdit: boolean; onChoose(choice: Choice): void }) {
  if (candidates.length === 0) return <Card title="What may measure it"><p className="quiet">{words.none}</p></Card>
  return (
    <Card flush title="What may measure it">
      <Table<MeasureCandidate>
        caption="Measures that are proposed, the best first, with the reasons" rows={candidates} rowKey={({ from }) => from.id}
        columns={[
          { key: 'name', label: 'Measure', cell: ({ name, act, usedBy }) => <span className="block min-w-48">{name}<span className="quiet block">{usedBy.length > 0 ? `In use: ${usedBy.map(({ objective, strategy }) => `${objective} (${strategy})`).join(', ')}. ` : ''}{actWords[act].what}</span></span> },
          { key: 'tells', label: 'Tells of', cell: ({ tellsOf, leading }) => <span className="whitespace-nowrap">{tellsOf === null ? <span className="quiet">nobody said</span> : tellsOfWords[tellsOf]}<span className="quiet block">{leadingWords(leading)}</span></span> },
          { key: 'because', label: 'Why', cell: ({ reasons }) => <ul className="grid min-w-56 gap-1">{reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul> },
          { key: 'act', label: '', cell: (candidate) => canEdit && <Button aria-label={`${actWords[candidate.act].act} ${candidate.name}`} onClick={() => onChoose(candidate)}>{actWords[candidate.act].act}</Button> },
        ]}
      />
    </Card>
  )
}

/** Any other definition of the library. */
function AnyOther({ definitions, onChoose }: { readonly definitions: readonly Definition[]; onChoose(choice: Choice): void }) {
  const [id, setId] = useState(definitions[0]?.id ?? '')
  const chosen = definitions.find((one) => one.id === id)
  return (
    <Card title="Another of the library">
      <div className="flex flex-wrap items-end gap-3">
        <div className="w-full max-w-96"><Select label="Definition" value={id} options={definitions.map(({ id: value, name }) => ({ value, label: name }))} onChange={setId} /></div>
        <Button disabled={!chosen} onClick={() => chosen && onChoose({ act: 'define', from: { kind: 'definition', id: chosen.id }, name: chosen.name, definitionId: chosen.id })}>Look at it</Button>
      </div>
    </Card>
  )
}
