import type { RiskPreview, RiskRow } from '@throughline/contract/delivery'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useFormat } from '../../../../format/index.ts'
import { FormDialog } from '../../../../wire/index.ts'
import { LeftOut, ListSource, notYetOf } from '../../../../wire/list/ListSource.tsx'
import { useList } from '../../../../wire/list/use-list.ts'

export type LoadRisksActs = { preview(bytes: Uint8Array, fileName: string): Promise<Result<RiskPreview, Problem>>; keep(rows: readonly RiskRow[]): Promise<Result<unknown, Problem>> }

/** A register from Excel: first what it would add and change and what cannot be taken, then all of it in one act. */
export function LoadRisks({ acts, onClose }: { readonly acts: LoadRisksActs; onClose(): void }) {
  const list = useList(acts.preview)
  const preview = list.looked?.preview
  return (
    <FormDialog size="wide" title="Load a register" subtitle="A line for each risk. The same key is the same risk: it is changed and never added twice. What the list does not name stays." act="Take the register" notYet={notYetOf(list, (preview?.added ?? 0) + (preview?.changed ?? 0), 'It would change nothing')} onSubmit={() => acts.keep(preview?.rows ?? [])} onClose={onClose}>
      <ListSource list={list} hint="With a heading for the key and one for the title; also Kind, Cause, Event, Effect, Probability, Impact, Impact low, Impact high, Proximity, Owner, Response, Actions, Response due, Status and others. Units such as (%) or (k) may stand in a heading." />
      {preview && <FoundRisks preview={preview} />}
    </FormDialog>
  )
}

/** What a register would come to. */
export function FoundRisks({ preview: { recognised, added, changed, same, fields, issues } }: { readonly preview: RiskPreview }) {
  const format = useFormat()
  const [read, unread] = [fields.filter(({ field }) => field !== null), fields.filter(({ field }) => field === null)]
  return (
    <>
      <p role="status">{recognised}: adds {format.count(added, 'risk', 'risks')}, changes {format.count(changed, 'risk', 'risks')}, leaves {format.number(same, 0)} as they are.</p>
      {fields.length > 0 && <p className="quiet">Read: {read.map(({ heading, field }) => (heading.toLowerCase() === field ? heading : `${heading} as ${field ?? ''}`)).join(', ')}.{unread.length > 0 && ` Not read: ${unread.map(({ heading }) => heading).join(', ')}. Probabilities and impacts in words such as High are no shares and no amounts.`}</p>}
      <LeftOut issues={issues.map(({ line, found, expected }) => ({ line, words: `Found ${found}; expected ${expected}.` }))} />
    </>
  )
}
