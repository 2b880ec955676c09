import type { CommonFinding, CommonLink, CommonLinks, StrategyTree } from '@throughline/contract/strategy'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { FormDialog, Shown, type Reading } from '../../../../wire/index.ts'
import type { Outcome } from '../../../acts.ts'
import { betweenWords as words } from '../words.ts'

export type BetweenProps = {
  readonly tree: StrategyTree
  readonly reading: Reading<CommonLinks>
  /** The two strategies that are held side by side, where both are chosen. */
  readonly a: string | undefined
  readonly b: string | undefined
  readonly canEdit: boolean
  onChoose(a: string | undefined, b: string | undefined): void
  onDecide(finding: CommonFinding, state: CommonLink['state'], why: string): Outcome
  onTakeBack(link: CommonLink): Outcome
}

type Deciding = { readonly finding: CommonFinding; readonly state: CommonLink['state'] }

/** What two units have in common, and the links between units that people made of it. What is found links nothing by itself. */
export function Between({ tree, reading, a, b, canEdit, onChoose, onDecide, onTakeBack }: BetweenProps) {
  const [deciding, setDeciding] = useState<Deciding>()
  const [, ...below] = tree.strategies
  const options = (other: string | undefined) => [{ value: '', label: words.choose }, ...below.filter(({ id }) => id !== other).map(({ id, name, unit }) => ({ value: id, label: unit === null || unit === name ? name : `${name} (${unit})` }))]
  return (
    <Card flush title={words.title} note={words.note}>
      <div className="flex flex-wrap gap-3 border-b border-border px-4 pb-4 no-print">
        <Select label={words.one} value={a ?? ''} options={options(b)} onChange={(id) => onChoose(id || undefined, b)} />
        <Select label={words.other} value={b ?? ''} options={options(a)} onChange={(id) => onChoose(a, id || undefined)} />
      </div>
      <Shown reading={reading} what="what units have in common" lines={3}>
        {({ findings, links }) => (
          <>
            {a !== undefined && b !== undefined && <Findings findings={findings} canEdit={canEdit} onDecide={(finding, state) => setDeciding({ finding, state })} />}
            {links.length > 0 && <Links links={links} canEdit={canEdit} onTakeBack={onTakeBack} />}
          </>
        )}
      </Shown>
      {deciding && <Reason {...deciding} onDecide={onDecide} onClose={() => setDeciding(undefined)} />}
    </Card>
  )
}

function Findings({ findings, canEdit, onDecide }: { readonly findings: readonly CommonFinding[]; readonly canEdit: boolean; onDecide(finding: CommonFinding, state: CommonLink['state']): void }) {
  const format = useFormat()
  const said = ({ kind, names, likeness }: CommonFinding['reasons'][number]): string => `${kind === 'words' ? words.alike(format.percent(likeness ?? 0)) : words.reasons[kind]}: ${names.slice(0, 4).join(', ')}${names.length > 4 ? ` ${words.more(names.length - 4)}` : ''}`
  return (
    <Table<CommonFinding>
      caption={words.found} rows={findings} rowKey={({ from, to }) => `${from.id} ${to.id}`} empty={words.nothing} maxHeight={480}
      columns={[
        { key: 'from', label: 'Objective', cell: ({ from }) => <End end={from} /> },
        { key: 'to', label: 'Objective of the other', cell: ({ to }) => <End end={to} /> },
        { key: 'why', label: 'What speaks for it', cell: ({ reasons }) => <ul className="grid gap-0.5">{reasons.map((reason) => <li key={reason.kind}><StatusMark quiet tone={reason.kind === 'words' ? 'none' : 'good'} word={said(reason)} /></li>)}</ul> },
        ...(canEdit ? [{ key: 'act', label: 'Decide', cell: (finding: CommonFinding) => <span className="flex flex-wrap gap-2"><Button onClick={() => onDecide(finding, 'accepted')}>{words.accept}</Button><Button kind="quiet" onClick={() => onDecide(finding, 'set_aside')}>{words.setAside}</Button></span> }] : []),
      ]}
    />
  )
}

const End = ({ end }: { readonly end: CommonLink['from'] }) => <span>{end.statement}<span className="quiet block">{end.strategy}</span></span>

function Links({ links, canEdit, onTakeBack }: { readonly links: readonly CommonLink[]; readonly canEdit: boolean; onTakeBack(link: CommonLink): Outcome }) {
  const format = useFormat()
  return (
    <Table<CommonLink>
      caption={words.links} rows={links} rowKey={({ id }) => id}
      columns={[
        { key: 'from', label: 'Objective', cell: ({ from }) => <End end={from} /> },
        { key: 'to', label: 'Objective of the other', cell: ({ to }) => <End end={to} /> },
        { key: 'state', label: 'State', cell: ({ state }) => <StatusMark quiet tone={state === 'accepted' ? 'good' : 'none'} word={words.states[state]} /> },
        { key: 'why', label: 'Why', cell: ({ why, decidedBy, decidedAt }) => <span>{why}<span className="quiet block">{decidedBy}, {format.instant(decidedAt)}</span></span> },
        ...(canEdit ? [{ key: 'act', label: 'Take back', cell: (link: CommonLink) => <Button kind="quiet" onClick={() => void onTakeBack(link)}>{words.takeBack}</Button> }] : []),
      ]}
    />
  )
}

function Reason({ finding, state, onDecide, onClose }: Deciding & Pick<BetweenProps, 'onDecide'> & { onClose(): void }) {
  const [why, setWhy] = useState('')
  return (
    <FormDialog title={words.ask[state]} subtitle={`${finding.from.statement} · ${finding.to.statement}`} act={state === 'accepted' ? words.accept : words.setAside} notYet={why.trim() === '' ? words.because : undefined} onSubmit={() => onDecide(finding, state, why.trim())} onClose={onClose}>
      <TextArea label="Why" rows={3} maxLength={2000} data-focus-first="" value={why} onChange={setWhy} />
    </FormDialog>
  )
}
