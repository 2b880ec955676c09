import type { Definition, MeasureLibrary } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { StatusMark } from '../../../ui/display/Status.tsx'
import { Table } from '../../../ui/display/Table.tsx'
import { Drawer } from '../../../ui/overlays/Dialog.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { ProblemNote, Shown, type Reading } from '../../../wire/index.ts'
import { measurePlaces } from '../../measure-words.ts'
import { SheetFacts } from '../../parts/SheetFacts.tsx'
import { directionWords, leadingWords, tellsOfWords, unitLabel } from '../../words.ts'
import { EditDefinition, LoadDefinitions, RetireDefinition, type LibraryActs } from './parts/forms.tsx'
import { libraryWords as words } from './words.ts'

export type LibraryProps = { readonly reading: Reading<MeasureLibrary>; readonly canEdit: boolean; readonly acts: LibraryActs }
type Open = { readonly form: 'edit'; readonly definition?: Definition } | { readonly form: 'retire' | 'sheet'; readonly definition: Definition } | { readonly form: 'load' }

/** The measures that an organisation defines once, each with its sheet and where it is used. */
export function LibraryPage({ reading, canEdit, acts }: LibraryProps) {
  const [open, setOpen] = useState<Open>()
  const [problem, setProblem] = useState<Problem>()
  const close = () => setOpen(undefined)
  const library = reading.state === 'full' ? reading.value : undefined
  const loadStarter = async () => {
    const done = await acts.loadStarter()
    setProblem(done.ok ? undefined : done.refusal)
  }
  const actions = library && canEdit && (
    <>
      {library.starter > 0 && <Button onClick={() => void loadStarter()}>Take over the starter library ({library.starter})</Button>}
      <Button onClick={() => setOpen({ form: 'load' })}>Load a list</Button>
      <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setOpen({ form: 'edit' })}>Define a measure</Button>
    </>
  )
  return (
    <PageFrame title={words.title} note={words.note} actions={actions}>
      <ProblemNote problem={problem} />
      <Shown reading={reading} what="the library" lines={8}>
        {({ definitions }) => (definitions.length === 0 ? <EmptyState title={words.emptyTitle}>{words.emptyWhy}</EmptyState> : <Definitions definitions={definitions} onOpen={(definition) => setOpen({ form: 'sheet', definition })} />)}
      </Shown>
      {open?.form === 'sheet' && (
        <Drawer open title={open.definition.name} subtitle="Definition sheet" onClose={close} foot={canEdit && open.definition.retired === null && <><Button onClick={() => setOpen({ form: 'retire', definition: open.definition })}>Retire</Button><Button kind="primary" onClick={() => setOpen({ form: 'edit', definition: open.definition })}>Change</Button></>}>
          <Sheet definition={open.definition} />
        </Drawer>
      )}
      {open?.form === 'edit' && <EditDefinition definition={open.definition} acts={acts} onClose={close} />}
      {open?.form === 'retire' && <RetireDefinition definition={open.definition} acts={acts} onClose={close} />}
      {open?.form === 'load' && <LoadDefinitions acts={acts} onClose={close} />}
    </PageFrame>
  )
}

function Definitions({ definitions, onOpen }: { readonly definitions: readonly Definition[]; onOpen(definition: Definition): void }) {
  const format = useFormat()
  const inForce = definitions.filter(({ retired }) => retired === null)
  return (
    <Card flush title="Definitions" note={`${format.count(inForce.length, 'definition is', 'definitions are')} in force; ${format.number(inForce.filter(({ usedBy }) => usedBy.length > 0).length, 0)} measure an objective.`}>
      <Table<Definition>
        caption="Definitions of measures with where each is used" rows={definitions} rowKey={({ id }) => id} maxHeight={720}
        columns={[
          { key: 'name', label: 'Measure', cell: (one) => <span className="grid min-w-56 justify-items-start py-1"><button type="button" className="text-left text-accent hover:underline" aria-label={`Definition sheet of ${one.name}`} onClick={() => onOpen(one)}>{one.name}</button><span className="quiet">{one.retired ? `Retired ${format.date(one.retired.at.slice(0, 10))}, ${one.retired.by}: ${one.retired.reason}` : one.meaning}</span></span> },
          { key: 'calculation', label: 'Calculation', cell: ({ calculation, unit, direction }) => <span className="block min-w-48">{calculation}<span className="quiet block">{[unitLabel(unit), directionWords[direction]].filter(Boolean).join(' · ')}</span></span> },
          { key: 'tells', label: 'Tells of', cell: ({ tellsOf, leading }) => <span className="whitespace-nowrap">{tellsOfWords[tellsOf]}<span className="quiet block">{leadingWords(leading)}</span></span> },
          { key: 'perspective', label: 'Perspective', cell: ({ perspective }) => perspective ?? <span className="quiet">any</span> },
          { key: 'used', label: 'Measures', cell: ({ usedBy }) => (usedBy.length === 0 ? <span className="quiet whitespace-nowrap">nothing yet</span> : <StatusMark quiet tone="good" word={format.count(usedBy.length, 'objective', 'objectives')} />) },
        ]}
      />
    </Card>
  )
}

function Sheet({ definition }: { readonly definition: Definition }) {
  return (
    <div className="grid gap-5">
      <SheetFacts sheet={definition} />
      <section aria-label="Goals that it fits" className="border-t border-border pt-3"><h3>Goals that it fits</h3><p>{definition.patterns.length === 0 ? <span className="quiet">Nobody said; it is proposed by its place alone.</span> : definition.patterns.join(', ')}</p></section>
      <section aria-label="Where it is used" className="border-t border-border pt-3">
        <h3>Where it is used</h3>
        {definition.usedBy.length === 0 ? <p className="quiet">It measures no objective yet.</p> : <ul>{definition.usedBy.map(({ measureId, measure, objectiveId, objective, strategy }) => <li key={`${measureId} ${objectiveId}`}><a href={measurePlaces.measure(measureId)}>{measure}</a>: {objective} <span className="quiet">({strategy})</span></li>)}</ul>}
      </section>
    </div>
  )
}
