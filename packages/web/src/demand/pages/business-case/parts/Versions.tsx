import type { CaseVersion } from '@throughline/contract/demand'
import { places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { caseLooks } from '../../../case-words.ts'

/** Every version: what was submitted stays as it was, with how it was decided. */
export function VersionsTable({ versions, shown, onShow }: { readonly versions: readonly CaseVersion[]; readonly shown: string; onShow(no: number): void }) {
  const format = useFormat()
  return (
    <Card title="Versions" note="What was submitted is never changed" flush>
      <Table<CaseVersion>
        caption="Versions of the business case" rows={versions} rowKey={({ id }) => id}
        columns={[
          { key: 'no', label: 'Version', cell: ({ id, no }) => (id === shown ? <strong className="font-semibold">{no}, shown</strong> : <Button kind="link" aria-label={`Show version ${no}`} onClick={() => onShow(no)}>{no}</Button>) },
          { key: 'state', label: 'State', cell: ({ state }) => <StatusMark quiet tone={caseLooks[state].tone} word={caseLooks[state].words} /> },
          { key: 'drafted', label: 'Drafted', cell: ({ draftedBy, draftedAt }) => `${draftedBy}, ${format.date(draftedAt.slice(0, 10))}` },
          { key: 'submitted', label: 'Submitted', cell: ({ submittedBy, submittedAt }) => (submittedAt ? `${submittedBy ?? ''}, ${format.date(submittedAt.slice(0, 10))}` : '–') },
          { key: 'decided', label: 'Decided', cell: ({ decided }) => (decided ? <span className="block min-w-48">{decided.decisionId ? <a href={places.decision(decided.decisionId)}>{decided.by}, {format.date(decided.at.slice(0, 10))}</a> : decided.by}<span className="quiet block">{decided.reason}</span></span> : '–') },
        ]}
      />
    </Card>
  )
}
