import type { CaseOption } from '@throughline/contract/demand'
import { useFormat } from '../../../../format/index.ts'
import { FormDialog } from '../../../../wire/index.ts'
import { LeftOut, ListSource, notYetOf } from '../../../../wire/list/ListSource.tsx'
import { useList } from '../../../../wire/list/use-list.ts'
import { flowWords } from '../../../case-words.ts'
import { risksSaid } from '../acts.ts'
import type { Form } from './forms.tsx'

/** The cash flow of an option from Excel or a file: first what it says and what cannot be taken, then it takes the place of the lines there are. */
export function LoadFlows({ option, currency, acts, onClose }: Form & { readonly option: CaseOption; readonly currency: string }) {
  const format = useFormat()
  const list = useList((bytes, fileName) => acts.preview(bytes, fileName, option.name))
  const preview = list.looked?.preview
  const known = new Map(option.lines.map(({ name, id }) => [name.toLowerCase(), id]))
  const lines = (preview?.lines ?? []).map((one) => ({ ...one, id: known.get(one.name.toLowerCase()) ?? crypto.randomUUID() }))
  const gone = option.lines.filter(({ name }) => !lines.some((one) => one.name.toLowerCase() === name.toLowerCase()))
  return (
    <FormDialog size="wide" title="Paste or load cash flow" subtitle={option.name} act="Take over" notYet={notYetOf(list, lines.length, 'There is no line to take over')} onSubmit={() => acts.flows({ optionId: option.id, lines, risks: risksSaid(option), from: (preview?.recognised ?? '').slice(0, 200) })} onClose={onClose}>
      <ListSource list={list} hint={`With headings: Line, Kind (${Object.values(flowWords).join(', ')}) and one for each year; also Source, Low % and High %. Amounts are written in full, in ${currency}.`} />
      {preview && <p role="status">{preview.recognised}: {format.count(lines.length, 'line', 'lines')}.{gone.length > 0 && ` These go: ${gone.map(({ name }) => name).join(', ')}.`}</p>}
      {preview && <LeftOut issues={preview.issues.map(({ line, found, expected }) => ({ line, words: `Found “${found}”, expected ${expected}.` }))} />}
    </FormDialog>
  )
}
