import type { Backlog, Waiting, WaitingClaim } from '@throughline/contract/value'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Checkbox } from '../../../ui/controls/Check.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { Chip, StatusMark } from '../../../ui/display/Status.tsx'
import { Table } from '../../../ui/display/Table.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { classedWords } from '../../amounts.ts'
import { FileText } from '../../evidence/index.ts'
import { entriesAddress } from '../../ledger-address.ts'
import { BacklogCard } from '../../oversight/Backlog.tsx'
import { keyOf, nextOpen, open, ticked, totalsOf, type Decision, type Judged } from './choice.ts'
import { Judge } from './Judge.tsx'
import { Outcomes } from './Outcomes.tsx'

export type VerifyProps = {
  readonly waiting: Reading<Waiting>
  /** How much waits for how long, unit by unit; undefined until it is known. */
  readonly backlog?: Backlog | undefined
  readonly mayVerify: boolean
  /** What came of the last decision. */
  readonly judged: Judged | undefined
  onJudge(decision: Decision, claims: readonly WaitingClaim[], said: string): Promise<Result<unknown, Problem>>
  onDismiss(): void
}

/** The inbox of who verifies: what waits, what of it is theirs to judge, and one decision on as many as are chosen. */
export function VerifyPage({ waiting, backlog, mayVerify, judged, onJudge, onDismiss }: VerifyProps) {
  const format = useFormat()
  const claims = waiting.state === 'full' ? waiting.value.claims : undefined
  return (
    <PageFrame title="To verify" note={claims && (claims.length === 0 ? 'Nothing waits' : `${format.count(claims.length, 'claim waits', 'claims wait')}, ${open(claims).length} of them for you`)} actions={<a className="button" data-kind="secondary" href="/value/ledger">Value ledger</a>}>
      {judged && <Outcomes judged={judged} onDismiss={onDismiss} />}
      {backlog && backlog.units.length > 0 && <BacklogCard backlog={backlog} actions={<a href="/value/ledger?view=backlog">By age</a>} />}
      <Shown reading={waiting} what="what waits for verification" lines={6}>
        {({ claims: all, more }) => (all.length === 0 ? <Nothing /> : <Inbox key={all.map((one) => `${keyOf(one)} ${one.version}`).join()} {...{ claims: all, more, mayVerify, onJudge }} />)}
      </Shown>
    </PageFrame>
  )
}

const Nothing = () => (
  <EmptyState title="Nothing waits for verification" actions={<a className="button" data-kind="secondary" href="/value/ledger">Value ledger</a>}>
    Once somebody claims a part of what a measure moved, it stands here until somebody independent has looked at its evidence.
  </EmptyState>
)

function Inbox({ claims, more, mayVerify, onJudge }: Pick<VerifyProps, 'mayVerify' | 'onJudge'> & Waiting) {
  const format = useFormat()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [deciding, setDeciding] = useState<Decision>()
  const box = useRef<HTMLDivElement>(null)
  const held = useRef(false)
  const last = useRef<number>(undefined)
  const [mine, picked] = [open(claims), claims.filter((claim) => chosen.has(keyOf(claim)))]
  const tick = (at: number, on: boolean) => {
    setChosen(ticked(chosen, claims, at, on, held.current ? (last.current ?? at) : at))
    last.current = at
  }
  const step = (event: KeyboardEvent) => {
    const at = Number((event.target as HTMLElement).closest('[data-at]')?.getAttribute('data-at') ?? -1)
    if (at < 0 || !mayVerify) return
    if (event.key === 'a' && (event.ctrlKey || event.metaKey)) setChosen(new Set(mine.map(keyOf)))
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = nextOpen(claims, at, event.key === 'ArrowDown' ? 1 : -1)
      box.current?.querySelector<HTMLInputElement>(`[data-at="${next}"] input`)?.focus()
      if (event.shiftKey) setChosen(ticked(chosen, claims, next, true, at))
      last.current = next
    } else return
    event.preventDefault()
  }
  const decide = (decision: Decision, word: string, kind: 'primary' | 'secondary') => <Button kind={kind} disabled={!mayVerify || picked.length === 0} onClick={() => setDeciding(decision)}>{picked.length === 0 ? word : `${word} ${format.count(picked.length, 'claim', 'claims')}`}</Button>
  return (
    <>
      <Card flush title="Waiting for somebody independent" note={mayVerify ? 'Space chooses, arrows go on, with Shift they choose as they go' : 'Who verifies value decides here'} actions={<>{decide('disallow', 'Give back', 'secondary')}{decide('verify', 'Verify', 'primary')}</>}>
        <div className="flex flex-wrap items-center gap-4 px-4 py-2">
          <Checkbox label="All that are mine to verify" checked={mine.length > 0 && picked.length === mine.length} mixed={picked.length > 0} disabled={!mayVerify || mine.length === 0} onChange={(on) => setChosen(new Set(on ? mine.map(keyOf) : []))} />
          <span className="figures text-ink-2" role="status">{`${picked.length} of ${mine.length} chosen${picked.length === 0 ? '' : `: ${totalsOf(picked).map(({ unit, amount }) => classedWords(amount, unit, format)).join(', ')}`}`}</span>
          {more && <span className="text-ink-3">There are more: these are the first.</span>}
        </div>
        <div ref={box} onKeyDown={step} onClickCapture={(event) => void (held.current = event.shiftKey)}>
          <Table
            caption="Claims that wait for verification"
            rows={claims.map((claim, at) => ({ claim, at }))}
            rowKey={({ claim }) => keyOf(claim)}
            columns={[
              { key: 'benefit', label: 'Benefit', cell: ({ claim, at }) => <span data-at={at}><Checkbox label={claim.benefit} hint={claim.initiative} checked={chosen.has(keyOf(claim))} disabled={!mayVerify || claim.hindrance !== null} onChange={(on) => tick(at, on)} /></span> },
              { key: 'period', label: 'Period', cell: ({ claim }) => <span className="figures inline-flex gap-2">{claim.period}{claim.periodState === 'closed' && <Chip>Closed</Chip>}</span> },
              { key: 'amount', label: 'Waits', numeric: true, cell: ({ claim }) => <a href={entriesAddress({ benefit: claim.benefitId, period: claim.period, codes: 'R10' })}>{classedWords(claim.amount, claim.unit, format)}</a> },
              { key: 'by', label: 'Claimed', cell: ({ claim }) => <span className="grid">{claim.claims.map(({ entryId, by, at }) => <span key={entryId} className="figures whitespace-nowrap">{`${by}, ${format.instant(at)}`}</span>)}</span> },
              { key: 'evidence', label: 'Evidence', cell: ({ claim }) => <Evidence claim={claim} /> },
              { key: 'mine', label: 'Independent', cell: ({ claim }) => (claim.hindrance === null ? <StatusMark quiet tone="good" word="Yes" /> : <span className="grid max-w-[32ch]"><StatusMark quiet tone="warn" word="Not yours" /><span className="text-ink-3">{claim.hindrance}</span></span>) },
            ]}
          />
        </div>
      </Card>
      {deciding && <Judge decision={deciding} claims={picked} onJudge={(said) => onJudge(deciding, picked, said)} onClose={() => setDeciding(undefined)} />}
    </>
  )
}

/** What shows the claims; a file is a link that opens it. */
const Evidence = ({ claim: { claims } }: { readonly claim: WaitingClaim }) => (
  <span className="grid max-w-[44ch]">{claims.map(({ entryId, evidence, files }) => <span key={entryId} className="line-clamp-3">{evidence === null ? '–' : <FileText text={evidence} files={files} />}</span>)}</span>
)
