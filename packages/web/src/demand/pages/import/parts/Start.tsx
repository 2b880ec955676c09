import { places, useFormat } from '../../../../format/index.ts'
import { FilePicker } from '../../../../ui/controls/FilePicker.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { ProgressBar } from '../../../../ui/display/Progress.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { EmptyState } from '../../../../ui/states/states.tsx'
import { ProblemNote, Shown, type Reading } from '../../../../wire/index.ts'
import type { Publication, Upload } from '../acts.ts'

/** Where a file is brought: by dropping or choosing it. A refused file stays named with what is wrong with it. */
export function Start({ upload, publications }: { readonly upload: Upload; readonly publications: Reading<readonly Publication[]> }) {
  // A file of another kind goes to the reader too: it knows what the file is and how to save it so that it can be read.
  const pick = ([file]: readonly File[]) => {
    if (file) upload.onPick(file)
  }
  return (
    <>
      <FilePicker label="Drop a portfolio file here" hint="CSV or XLSX, up to 64 MB; one row or one column per initiative, headings in any wording" accept=".csv,.tsv,.txt,.xlsx,.xlsm" disabled={upload.busy} onPick={pick} onReject={pick} />
      {upload.busy && <ProgressBar label={`Reading ${upload.fileName ?? 'the file'}`} done={null} />}
      <ProblemNote problem={upload.problem} />
      <div className="grid min-w-0 items-start gap-4 xl:grid-cols-2">
        <Card title="What happens to a file">
          <ol className="grid list-decimal gap-2 pl-5">
            <li>Its columns are recognised by their headings. You see how sure each reading is, and correct it.</li>
            <li>Every row is matched to an initiative that is known, by id, name or former name, or begins a new one.</li>
            <li>What cannot be read is listed cell by cell. Good rows are never held back by bad ones, and no figure is mended.</li>
            <li>You apply it: all in one step, or nothing. Until then the portfolio does not change.</li>
          </ol>
        </Card>
        <Known publications={publications} />
      </div>
    </>
  )
}

function Known({ publications }: { readonly publications: Reading<readonly Publication[]> }) {
  const format = useFormat()
  return (
    <Card title="Publications already here" note="Newest position first" flush>
      <Shown reading={publications} what="the publications" lines={4}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title="No publication yet">The first file that you apply begins the portfolio.</EmptyState>
          ) : (
            <Table
              caption="Publications that were applied"
              maxHeight={360}
              rows={all.toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1))}
              rowKey={({ id }) => id}
              columns={[
                { key: 'title', label: 'Publication', cell: ({ title }) => <a className="text-ink" href={places.initiatives}>{title}</a> },
                { key: 'asOf', label: 'Position', cell: ({ asOf }) => <span className="figures">{format.date(asOf)}</span> },
                { key: 'rows', label: 'Rows', numeric: true, cell: ({ rows }) => format.number(rows) },
              ]}
            />
          )
        }
      </Shown>
    </Card>
  )
}
