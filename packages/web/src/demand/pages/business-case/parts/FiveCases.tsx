import type { BusinessCase, CasePart } from '@throughline/contract/demand'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { stageWords } from '../../../case-words.ts'
import { standingLooks } from '../words.ts'

/** What is missing before the gate, and who gives it. */
export function MissingCard({ shown: { missing, stage } }: { readonly shown: BusinessCase }) {
  return (
    <Card title={missing.length === 0 ? 'Ready for its gate' : `Not ready: ${missing.length === 1 ? 'one thing is' : `${missing.length} things are`} missing`} note={`What the stage asks for: ${stageWords[stage]}`} flush={missing.length > 0}>
      {missing.length === 0 ? <p>Nothing that its stage asks for is missing.</p> : <Table caption="What is missing" rows={missing} rowKey={({ part, element }) => `${part} ${element}`} columns={[{ key: 'element', label: 'Element', cell: ({ element, part }) => <span className="block min-w-44">{element}<span className="quiet block font-normal">{part}</span></span> }, { key: 'lacks', label: 'What is missing', cell: ({ lacks }) => lacks }, { key: 'giver', label: 'Who gives it', cell: ({ giver }) => giver }]} />}
    </Card>
  )
}

/** The five cases with what each asks for: it is there by what it holds, never by a mark. */
export function FiveCases({ shown: { parts }, onEdit }: { readonly shown: BusinessCase; onEdit?(part: CasePart): void }) {
  return (
    <>
      {parts.map((part) => (
        <Card key={part.key} title={part.title} note={`${part.asks} Given by: ${part.giver}.`} actions={onEdit && <Button onClick={() => onEdit(part)}>Write</Button>}>
          <div className="grid gap-3">
            {part.elements.map(({ key, title, asks, words, standing, lacks, text }) => (
              <div key={key}>
                <h3 className="flex flex-wrap items-center gap-2">{title} <StatusMark quiet tone={standingLooks[standing].tone} word={standingLooks[standing].words} /></h3>
                {words && text ? <p className="max-w-[80ch] whitespace-pre-line">{text}</p> : <p className="quiet">{standing === 'given' ? asks : `${asks} ${lacks.charAt(0).toUpperCase()}${lacks.slice(1)}.`}</p>}
                {words && text && standing !== 'given' && <p className="quiet">{lacks}</p>}
              </div>
            ))}
          </div>
        </Card>
      ))}
    </>
  )
}
