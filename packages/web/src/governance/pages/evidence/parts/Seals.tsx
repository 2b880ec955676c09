import { sealKinds, type Seal, type SealKind } from '@throughline/contract/governance'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { Stamp } from 'lucide-react'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { FormDialog, ProblemNote } from '../../../../wire/index.ts'
import { evidenceWords as words } from '../words.ts'

export type NewSealEntered = { readonly kind: SealKind; readonly title: string; readonly position?: string }
export type SealsProps = {
  readonly seals: readonly Seal[]
  readonly maySeal: boolean
  readonly checking: boolean
  /** What the check of this visit came to; undefined before it. */
  readonly allHold: boolean | undefined
  readonly problem: Problem | undefined
  addressOf(id: string): string
  onSeal(entered: NewSealEntered): Promise<Result<unknown, Problem>>
  onCheck(): void
}

/** What was sealed, and whether it still reads the same. */
export function Seals({ seals, maySeal, checking, allHold, problem, addressOf, onSeal, onCheck }: SealsProps) {
  const format = useFormat()
  const [open, setOpen] = useState(false)
  return (
    <Card
      flush title={words.seals} note={words.aboutSeals}
      actions={
        <>
          {seals.length > 0 && <Button busy={checking} onClick={onCheck}>{words.checkSeals}</Button>}
          {maySeal && <Button icon={<Stamp />} onClick={() => setOpen(true)}>{words.sealNow}</Button>}
        </>
      }
    >
      <ProblemNote problem={problem} />
      {allHold && <p role="status" className="p-3"><StatusMark tone="good" word={words.allHold} /></p>}
      <Table<Seal>
        caption={words.seals} rows={seals} rowKey={({ id }) => id} empty={<>{words.noSeals}. {words.noSealsWhy}</>}
        columns={[
          { key: 'title', label: 'Title', cell: ({ id, title }) => <a className="text-ink" href={addressOf(id)} download>{title}</a> },
          { key: 'kind', label: 'What', cell: ({ kind, position, period }) => `${words.kinds[kind]}${position === null ? '' : ` of ${format.date(position)}`}${period === null ? '' : ` ${period}`}` },
          { key: 'known', label: 'As known at', cell: ({ knownAt }) => <span className="figures">{format.instant(knownAt)}</span> },
          { key: 'by', label: 'Sealed by', cell: ({ sealedBy }) => <span className="quiet">{sealedBy}</span> },
          { key: 'digest', label: 'Digest', cell: ({ digest, restatedAt }) => <><code title={digest}>{digest.slice(0, 12)}…</code>{restatedAt !== null && <span className="quiet"> {words.restated}</span>}</> },
          { key: 'state', label: '', cell: ({ brokenAt }) => brokenAt !== null && <StatusMark tone="bad" word={`${words.broken}: ${format.instant(brokenAt)}`} /> },
        ]}
      />
      {open && <SealNow onSeal={onSeal} onClose={() => setOpen(false)} />}
    </Card>
  )
}

function SealNow({ onSeal, onClose }: Pick<SealsProps, 'onSeal'> & { onClose(): void }) {
  const [kind, setKind] = useState<SealKind>('plan')
  const [title, setTitle] = useState('')
  const [position, setPosition] = useState('')
  return (
    <FormDialog title={words.sealNow} act="Seal" notYet={title.trim() === '' ? 'Give it a title first.' : undefined} onSubmit={() => onSeal({ kind, title, ...(kind === 'publication' ? { position } : {}) })} onClose={onClose}>
      <Select label="What" value={kind} options={sealKinds.map((value) => ({ value, label: words.kinds[value] }))} onChange={(value) => setKind(value)} />
      <TextField label="Title" hint="What it was sealed for: “Board of November”." required data-focus-first="" maxLength={200} value={title} onChange={setTitle} />
      {kind === 'publication' && <TextField label="Date of the position" type="date" required value={position} onChange={setPosition} />}
    </FormDialog>
  )
}
