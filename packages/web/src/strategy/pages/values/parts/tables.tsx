import type { DecisionTag, OrganisationValue, UnitStatement, ValuedDecision, ValuesRegister } from '@throughline/contract/strategy'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { standingLooks, valuesWords as words } from '../words.ts'

/** Values in force, then retired ones. */
export function ValuesTable({ register: { values, notTakenUp }, canEdit, onEdit, onRetire }: { readonly register: ValuesRegister; readonly canEdit: boolean; onEdit(value: OrganisationValue): void; onRetire(value: OrganisationValue): void }) {
  const format = useFormat()
  return (
    <Card title="Of the organisation" flush>
      <Table<OrganisationValue>
        caption="Values of the organisation with who took them up" rows={values} rowKey={({ id }) => id}
        columns={[
          { key: 'name', label: 'Value', cell: ({ name, meaning, retired }) => <span className="block min-w-40">{name}<span className="quiet block">{retired ? `Retired ${format.date(retired.at.slice(0, 10))}, ${retired.by}: ${retired.reason}` : meaning}</span></span> },
          { key: 'seen', label: 'Seen in', cell: ({ behaviours }) => (behaviours.length === 0 ? <span className="quiet">no behaviour is named</span> : <ul className="min-w-56">{behaviours.map((one) => <li key={one}>{one}</li>)}</ul>) },
          { key: 'taken', label: 'Taken up by', cell: ({ id, takenUpBy }) => (takenUpBy.length > 0 ? takenUpBy.join(', ') : notTakenUp?.includes(id) ? <StatusMark quiet tone="warn" word="Nobody" /> : <span className="quiet">–</span>) },
          { key: 'served', label: 'Decisions served', numeric: true, cell: ({ served }) => format.number(served, 0) },
          { key: 'against', label: 'Against', numeric: true, cell: ({ against }) => format.number(against, 0) },
          { key: 'act', label: '', cell: (value) => canEdit && value.retired === null && <span className="flex gap-1"><Button kind="quiet" aria-label={`Change ${value.name}`} onClick={() => onEdit(value)}>Change</Button><Button kind="quiet" aria-label={`Retire ${value.name}`} onClick={() => onRetire(value)}>Retire</Button></span> },
        ]}
      />
    </Card>
  )
}

type Said = UnitStatement & { readonly unit: string }

/** What units say, what diverges first. */
export function StatementsTable({ register: { units, former }, canEdit, onMap, onRemove }: { readonly register: ValuesRegister; readonly canEdit: boolean; onMap(statement: UnitStatement): void; onRemove(statement: UnitStatement): void }) {
  const format = useFormat()
  const rows = units.flatMap(({ name, statements }): Said[] => statements.map((one) => ({ ...one, unit: name }))).sort((a, b) => Number(isSettled(a)) - Number(isSettled(b)))
  const silent = units.filter(({ statements }) => statements.length === 0).map(({ name }) => name)
  const note = [silent.length > 0 ? `Nothing said by ${silent.join(', ')}.` : '', former > 0 ? `${format.count(former, 'statement is', 'statements are')} of units whose strategy is in force no longer.` : ''].filter((one) => one !== '').join(' ')
  if (rows.length === 0) return <Card title="Of units"><p className="quiet">{units.length === 0 ? words.noUnits : note}</p></Card>
  return (
    <Card title="Of units" note={note} flush>
      <Table<Said>
        caption="What units say they stand for, with where it was put" rows={rows} rowKey={({ id }) => id} maxHeight={640}
        columns={[
          { key: 'unit', label: 'Unit', cell: ({ unit }) => unit },
          { key: 'words', label: 'Stands for', cell: ({ words: said, saidBy, saidAt }) => <span className="block min-w-56">{said}<span className="quiet block">{saidBy}, {format.instant(saidAt)}</span></span> },
          { key: 'standing', label: 'Standing', cell: ({ standing, value, reason }) => <><StatusMark quiet tone={standingLooks[standing].tone} word={standingLooks[standing].words} />{(value ?? reason) !== '' && <span className="quiet block">{value ?? reason}</span>}</> },
          { key: 'act', label: '', cell: (one) => canEdit && <span className="flex gap-1"><Button aria-label={`Map ${one.words}`} onClick={() => onMap(one)}>Map</Button><Button kind="quiet" aria-label={`Remove ${one.words}`} onClick={() => onRemove(one)}>Remove</Button></span> },
        ]}
      />
    </Card>
  )
}
const isSettled = ({ standing }: UnitStatement): boolean => standing === 'mapped' || standing === 'own'

type Tagged = DecisionTag & { readonly decision: ValuedDecision }

/** Decisions with the values that they served and went against; declared conflicts first. */
export function TagsTable({ decisions, canEdit, onRemove }: { readonly decisions: readonly ValuedDecision[]; readonly canEdit: boolean; onRemove(tag: DecisionTag): void }) {
  const format = useFormat()
  const rows = decisions.flatMap((decision): Tagged[] => decision.tags.map((tag) => ({ ...tag, decision }))).sort((a, b) => Number(a.against === null) - Number(b.against === null))
  if (rows.length === 0) return <Card title="Of decisions"><p className="quiet">{words.noTags}</p></Card>
  return (
    <Card title="Of decisions" note="Declared conflicts first." flush>
      <Table<Tagged>
        caption="Decisions with the values that they served and went against" rows={rows} rowKey={({ id }) => id} maxHeight={640}
        columns={[
          { key: 'decision', label: 'Decision', cell: ({ decision: { question, chosen, decider, decidedAt } }) => <span className="block min-w-56">{question}<span className="quiet block">{chosen} · {decider}, {format.instant(decidedAt)}</span></span> },
          { key: 'served', label: 'Served', cell: ({ served }) => served.name },
          { key: 'against', label: 'Went against', cell: ({ against }) => (against ? <><StatusMark quiet tone="warn" word={against.name} /><span className="quiet block">{against.reason}</span></> : <span className="quiet">none</span>) },
          { key: 'act', label: '', cell: (tag) => canEdit && <Button kind="quiet" aria-label={`Remove ${tag.served.name} from ${tag.decision.question}`} onClick={() => onRemove(tag)}>Remove</Button> },
        ]}
      />
    </Card>
  )
}
