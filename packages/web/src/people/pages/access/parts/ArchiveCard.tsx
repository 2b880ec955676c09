import type { Restored } from '@throughline/contract/governance'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { Archive, Download } from 'lucide-react'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { FilePicker } from '../../../../ui/controls/FilePicker.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { FormDialog } from '../../../../wire/index.ts'

export type ArchiveCardProps = {
  /** Where the browser fetches the archive. */
  readonly address: string
  /** Nothing is there yet, so that an archive can come back. */
  readonly empty: boolean
  onRestore(file: File): Promise<Result<Restored, Problem>>
}

/** The way out with everything, and back in. */
export function ArchiveCard({ address, empty, onRestore }: ArchiveCardProps) {
  const [open, setOpen] = useState(false)
  const [restored, setRestored] = useState<Restored>()
  const format = useFormat()
  return (
    <Card
      title="Everything you have here"
      actions={
        <>
          {empty && <Button icon={<Archive />} onClick={() => setOpen(true)}>Restore an archive</Button>}
          <a className="button" data-kind="secondary" href={address} download>
            <Download aria-hidden="true" />
            Download the archive
          </a>
        </>
      }
    >
      <p>One zip with a file of JSON lines for each table, its history and its revisions, each with a checksum. The format is open and documented; passwords, sessions and tokens are not in it.</p>
      {!empty && <p className="quiet mt-1">An archive is restored into an empty organisation.</p>}
      {restored && (
        <p role="status" className="mt-2">
          Restored {restored.organisation} as it was saved on {format.instant(restored.savedAt)}: {format.count(restored.rows, 'row', 'rows')} of {format.count(restored.tables, 'table', 'tables')}.
          {restored.people > 0 && ` ${format.count(restored.people, 'person', 'people')} cannot sign in until you give them access.`}
        </p>
      )}
      {open && <Restore onRestore={onRestore} onDone={setRestored} onClose={() => setOpen(false)} />}
    </Card>
  )
}

function Restore({ onRestore, onDone, onClose }: Pick<ArchiveCardProps, 'onRestore'> & { onDone(restored: Restored): void; onClose(): void }) {
  const [file, setFile] = useState<File>()
  const [odd, setOdd] = useState<string>()
  const submit = async (): Promise<Result<Restored, Problem>> => {
    if (!file) throw new Error('The form is sent with a file alone')
    const outcome = await onRestore(file)
    if (outcome.ok) onDone(outcome.value)
    return outcome
  }
  return (
    <FormDialog title="Restore an archive" act="Restore" notYet={file ? undefined : "Choose an archive first."} onSubmit={submit} onClose={onClose}>
      {() => (
        <>
          <FilePicker label="Drop an archive here" hint="A .zip that was downloaded from here or from another installation, at most 512 MB" accept=".zip" onPick={([picked]) => setFile(picked)} onReject={([other]) => setOdd(other?.name)} />
          {file ? <p>{file.name}</p> : odd && <p role="alert" className="text-bad-text">{odd} is not a .zip file.</p>}
          <p className="quiet">Every row comes back as it was, with its history. A large archive takes a few minutes; leave the page open.</p>
        </>
      )}
    </FormDialog>
  )
}
