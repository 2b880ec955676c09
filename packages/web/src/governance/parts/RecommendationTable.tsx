import type { Recommendation } from '@throughline/contract/governance'
import type { ReactNode } from 'react'
import { metricCell, places, useFormat } from '../../format/index.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { StatusMark } from '../../ui/display/Status.tsx'
import { Table } from '../../ui/display/Table.tsx'
import { areaWords, recommendationLooks, recommendationWords } from '../review-words.ts'

export type RecommendationAct = 'answer' | 'recheck' | 'withdraw' | 'give'
type Props = { readonly caption: string; readonly rows: readonly Recommendation[]; readonly empty: string; /** Names the initiative of each. */ readonly named?: boolean; readonly canGive: boolean; onAct(act: RecommendationAct, recommendation: Recommendation): void }

/** Recommendations with their age, what was said of them last, and what there is to do for the reader. */
export function RecommendationTable({ caption, rows, empty, named = false, canGive, onAct }: Props) {
  const format = useFormat()
  return (
    <Table<Recommendation>
      caption={caption} rows={rows} rowKey={({ id }) => id} maxHeight={640} empty={empty}
      columns={[
        { key: 'words', label: 'Recommendation', cell: (one) => <span className="block min-w-56 font-normal">{one.words}<span className="quiet block">{[named ? <a key="i" href={places.healthCheck(one.checkId)}>{one.initiative.name}</a> : null, one.area ? areaWords[one.area] : 'In general', one.by].filter((part) => part !== null).map((part, at): ReactNode => <span key={at}>{at > 0 && ' · '}{part}</span>)}</span></span> },
        { key: 'class', label: 'How soon', cell: ({ class: of, dueOn }) => <span className="whitespace-nowrap">{recommendationWords[of]}{of !== 'do_now' && dueOn && <span className="quiet block">{format.date(dueOn)}</span>}</span> },
        { key: 'owner', label: 'Owner', cell: ({ owner }) => owner.name },
        { key: 'age', label: 'Age, days', numeric: true, cell: ({ reportedOn, ageDays }) => (reportedOn ? format.number(ageDays, 0) : <span className="quiet">no report yet</span>) },
        { key: 'late', label: 'Late, days', numeric: true, cell: ({ overdueDays }) => metricCell(overdueDays, (days) => format.number(days, 0)) },
        { key: 'state', label: 'State', cell: (one) => <Standing {...one} /> },
        { key: 'act', label: 'To do', cell: (one) => (
          <span className="flex gap-1">
            {one.may.answer && <Button aria-label={`It is done: ${one.words}`} onClick={() => onAct('answer', one)}>Done</Button>}
            {one.may.recheck && <Button aria-label={`Look again: ${one.words}`} onClick={() => onAct('recheck', one)}>Look again</Button>}
            {canGive && (one.state === 'open' || one.state === 'done') && <Button kind="quiet" aria-label={`Another owner: ${one.words}`} onClick={() => onAct('give', one)}>Owner</Button>}
            {one.may.withdraw && <Button kind="quiet" aria-label={`Withdraw: ${one.words}`} onClick={() => onAct('withdraw', one)}>Withdraw</Button>}
          </span>
        ) },
      ]}
    />
  )
}

/** The state, with what was said last. */
function Standing({ state, outcome, recheck, withdrawn, overdueDays }: Recommendation) {
  const format = useFormat()
  const said = [withdrawn, recheck, outcome].filter((one) => one !== null).toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
  const late = state === 'open' && overdueDays.status === 'ok' && overdueDays.value > 0
  return (
    <span className="block min-w-44">
      <StatusMark quiet tone={late ? 'bad' : recommendationLooks[state].tone} word={late ? 'Open, overdue' : recommendationLooks[state].words} />
      {said && <span className="quiet block">{said.words} · {said.by}, {format.date(said.at.slice(0, 10))}</span>}
    </span>
  )
}
