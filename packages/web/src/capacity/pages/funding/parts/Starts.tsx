import type { Commitments, Start } from '@throughline/contract/capacity'
import { stateWords } from '../../../../demand/index.ts'
import { explanationFromWire, places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { Shown } from '../../../../wire/index.ts'
import type { FundingProps, Open } from '../Page.tsx'
import { conditionLooks, fundingWords as words, startLooks } from '../words.ts'

const states = ['blocked', 'unknown', 'ready'] as const

/** Whether initiatives are ready to start, condition by condition. */
export function Starts({ starts, asked, perPage, commitments, may, pools, onAsk, onOpen }: FundingProps & { readonly commitments: Commitments; onOpen(open: Open): void }) {
  const format = useFormat()
  const counts = starts.state === 'full' ? starts.value.counts : undefined
  const total = starts.state === 'full' ? starts.value.total : 0
  return (
    <Card
      flush title={words.startsTitle} note={words.startsNote}
      actions={<Select labelHidden label="Which of them" value={asked.state ?? 'all'} options={[{ value: 'all' as const, label: counts ? `All ${format.number(counts.ready + counts.blocked + counts.unknown, 0)}` : 'All' }, ...states.map((value) => ({ value, label: `${startLooks[value].words}${counts ? ` ${format.number(counts[value], 0)}` : ''}` }))]} onChange={(state) => onAsk({ state: state === 'all' ? undefined : state, from: 0 })} />}
    >
      <Shown reading={starts} what="starts" lines={4}>
        {({ items, counts: { running } }) => (
          <>
            <Table<Start>
              caption={words.startsTitle} rows={items} rowKey={({ initiative }) => initiative.id} empty={running > 0 ? `${words.startsEmpty} ${format.count(running, 'runs', 'run')} already.` : words.startsEmpty}
              columns={[
                { key: 'initiative', label: 'Initiative', cell: ({ initiative, exception }) => <span className="block min-w-44 py-1"><a href={places.initiative(initiative.id)}>{initiative.name}</a><span className="quiet block">{initiative.key} · {stateWords[initiative.state]}</span>{exception && <span className="block max-w-64"><StatusMark quiet tone="warn" word={`May start until ${format.date(exception.untilOn)}`} /><span className="quiet block whitespace-normal">{exception.reason} ({exception.by})</span></span>}</span> },
                { key: 'starts', label: 'Starts', cell: ({ startsOn }) => <span className="whitespace-nowrap">{startsOn ? format.date(startsOn) : <span className="quiet">no day</span>}</span> },
                { key: 'state', label: 'Ready', cell: ({ state, why }) => <WhyFigure why={explanationFromWire(why)}><StatusMark quiet tone={startLooks[state].tone} word={startLooks[state].words} /></WhyFigure> },
                { key: 'conditions', label: 'Conditions', cell: ({ conditions }) => conditions.length === 0 ? <span className="quiet">nothing is asked for</span> : <ul className="grid min-w-64 gap-1 py-1">{conditions.map(({ kind, thing, when, state, why }, at) => <li className="leading-5" key={`${kind} ${at}`}><WhyFigure why={explanationFromWire(why)}><StatusMark quiet tone={conditionLooks[state].tone} word={`${thing}${when ? ` (${when})` : ''}: ${conditionLooks[state].words}`} /></WhyFigure></li>)}</ul> },
                { key: 'act', label: '', cell: (start) => <span className="flex gap-1">
                  {may.present && start.may.includes('edit_initiative') && pools.length > 0 && <Button aria-label={`Minimum crew of ${start.initiative.name}`} onClick={() => onOpen({ form: 'crew', start })}>Crew</Button>}
                  {may.present && commitments.may.decide && start.state !== 'ready' && !start.exception && <Button kind="quiet" aria-label={`Let it start: ${start.initiative.name}`} onClick={() => onOpen({ form: 'allow', start })}>Let it start</Button>}
                </span> },
              ]}
            />
            {total > perPage && (
              <div className="flex items-center justify-end gap-2 p-3">
                <span className="quiet">{format.number(asked.from + 1, 0)} to {format.number(Math.min(total, asked.from + perPage), 0)} of {format.number(total, 0)}</span>
                <Button disabled={asked.from === 0} onClick={() => onAsk({ ...asked, from: Math.max(0, asked.from - perPage) })}>Earlier</Button>
                <Button disabled={asked.from + perPage >= total} onClick={() => onAsk({ ...asked, from: asked.from + perPage })}>Later</Button>
              </div>
            )}
          </>
        )}
      </Shown>
    </Card>
  )
}
