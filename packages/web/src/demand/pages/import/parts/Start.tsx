import { importLimitBytes } from '@throughline/contract/demand'
import { places } from '../../../../format/index.ts'
import { FilePicker } from '../../../../ui/controls/FilePicker.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { ProgressBar } from '../../../../ui/display/Progress.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { ProblemNote } from '../../../../wire/index.ts'
import type { Earlier, Sent, Upload } from '../acts.ts'
import { EarlierImports } from './Earlier.tsx'
import { Memory } from './Memory.tsx'

const limit = `${importLimitBytes / 1024 / 1024} MB`

/** Where files are brought: by dropping or choosing them. A refused file stays named with what is wrong with it. */
export function Start({ upload, earlier, canEdit }: { readonly upload: Upload; readonly earlier: Earlier; readonly canEdit: boolean }) {
  return (
    <>
      {canEdit && (
        <>
          {/* A file of another kind goes to the reader too: it knows what the file is and how to save it so that it can be read. */}
          <FilePicker label="Drop portfolio files here" hint={`CSV or XLSX, up to ${limit} each; one row or one column per initiative, headings in any wording`} accept=".csv,.tsv,.txt,.xlsx,.xlsm" multiple disabled={upload.busy} onPick={upload.onPick} onReject={upload.onPick} />
          {upload.sent.map((one, index) => <SentFile key={`${index} ${one.name}`} sent={one} />)}
        </>
      )}
      <EarlierImports imports={earlier.imports} canEdit={canEdit} />
      <div className="grid min-w-0 items-start gap-4 xl:grid-cols-2">
        <Card title="What happens to a file">
          <ol className="grid list-decimal gap-2 pl-5">
            <li>Its columns are recognised by their headings. You see how sure each reading is and what it rests on, and correct it; corrections are remembered for the next file.</li>
            <li>Every row is matched to an initiative that is known, by id, name or former name, or begins a new one. You see what would change, field by field, and who would leave the list.</li>
            <li>What cannot be read is listed cell by cell. Good rows are never held back by bad ones, and no figure is mended.</li>
            <li>You apply it: all in one step, or nothing. You can undo it as a whole, also the next day.</li>
          </ol>
        </Card>
        <Memory {...{ earlier, canEdit }} />
      </div>
    </>
  )
}

function SentFile({ sent: { name, state, id, problem } }: { readonly sent: Sent }) {
  switch (state) {
    case 'waiting':
      return <p className="quiet">{name} waits for its turn</p>
    case 'sending':
      return <ProgressBar label={`Reading ${name}`} done={null} />
    case 'refused':
      return <ProblemNote problem={problem} />
    case 'done':
      return <p className="flex items-center gap-2"><StatusMark tone="good" word="Ready" /><a href={`${places.import}/${encodeURIComponent(id ?? '')}`}>{name}</a></p>
  }
}
