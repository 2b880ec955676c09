import type { SelectionCase } from '@throughline/contract/portfolio'
import type { Candidate, Constraint, PinPrice } from '@throughline/engine/portfolio'
import { Pin as PinIcon, PinOff } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { Dialog } from '../../../../ui/overlays/Dialog.tsx'
import { inputOf, isPin, keyOf, pricedAtOnce, withPin, without, type Levers, type Pin } from '../levers.ts'
import type { CaseWords } from '../words.tsx'
import { FindCandidate } from './FindCandidate.tsx'

export type PinsProps = { readonly of: SelectionCase; readonly levers: Levers; readonly words: CaseWords; /** Undefined while they are being worked out. */ readonly prices: readonly PinPrice[] | undefined; onLevers(levers: Levers): void }

/** What must or must not be chosen whatever it is worth, who says so, and what that gives up. */
export function Pins({ of, levers, words, prices, onLevers }: PinsProps) {
  const [asking, setAsking] = useState<Candidate>()
  const standing = of.input.constraints.filter(isPin).filter(({ candidateId }) => !levers.pins.some((pin) => pin.candidateId === candidateId))
  const priceOf = (pin: Pin) => prices?.find((price) => keyOf(price.pin) === keyOf(pin))
  return (
    <div className="grid gap-3">
      <FindCandidate label="Pin an initiative" candidates={of.input.candidates} taken={levers.pins.map(({ candidateId }) => candidateId)} onPick={setAsking} />
      {levers.pins.length + standing.length === 0 && <p className="quiet">Nothing is pinned: everything competes on its worth.</p>}
      {prices === undefined && !pricedAtOnce(inputOf(of, levers)) && <p className="quiet">What each of so many pins gives up is worked out with every opposite.</p>}
      <ul className="divide-y divide-border">
        {levers.pins.map((pin) => (
          <PinRow key={pin.candidateId} pin={pin} words={words} price={priceOf(pin)} act="Remove" onAct={() => onLevers(without(levers, pin))} />
        ))}
        {standing.map((pin) => {
          const aside = levers.setAside.includes(keyOf(pin))
          return <PinRow key={pin.candidateId} pin={pin} words={words} price={aside ? undefined : priceOf(pin)} aside={aside} act={aside ? 'Restore' : 'Set aside'} onAct={() => onLevers(aside ? restored(levers, pin) : without(levers, pin))} />
        })}
      </ul>
      {asking && <AskPin candidate={asking} onClose={() => setAsking(undefined)} onPin={(verdict, because) => onLevers(withPin(levers, asking.id, verdict, because))} />}
    </div>
  )
}

function PinRow({ pin, words, price, aside = false, act, onAct }: { readonly pin: Pin; readonly words: CaseWords; readonly price: PinPrice | undefined; readonly aside?: boolean; readonly act: string; onAct(): void }) {
  const name = words.nameOf(pin.candidateId)
  return (
    <li className="grid grid-cols-[16px_1fr_auto] items-start gap-x-2 py-2">
      {pin.kind === 'mustInclude' ? <PinIcon className="mt-0.5 size-4" aria-hidden="true" /> : <PinOff className="mt-0.5 size-4" aria-hidden="true" />}
      <div className="min-w-0">
        <p className={aside ? 'quiet line-through' : ''}>{name}</p>
        <p className="quiet">
          {pin.kind === 'mustInclude' ? 'Must be in' : 'Must be out'}
          {pin.because && `: ${pin.because}`}
          {aside && '. Set aside here'}
        </p>
        {price && <p className={price.valueGivenUp > 0 ? 'text-warn-text' : 'quiet'}>{priceWords(price, words)}</p>}
      </div>
      <Button kind="quiet" aria-label={`${act} the pin on ${name}`} onClick={onAct}>{act}</Button>
    </li>
  )
}

/** What a pin gives up, as far as it is known. */
export function priceWords({ pin, valueGivenUp, proved, atMost }: PinPrice, words: CaseWords): string {
  const way = pin.kind === 'mustInclude' ? 'in' : 'out'
  if (proved && valueGivenUp === 0) return `Costs nothing: it would be ${way} anyway`
  if (proved) return `Forcing it ${way} gives up ${words.value(valueGivenUp)}`
  return `Forcing it ${way} gives up between ${words.value(Math.max(0, valueGivenUp))} and ${words.value(atMost)}`
}

/** The levers with a standing demand in force again. */
const restored = (levers: Levers, constraint: Constraint): Levers => ({ ...levers, setAside: levers.setAside.filter((key) => key !== keyOf(constraint)) })

/** In or out, and who says so: a pin without a reason is a habit. */
export function AskPin({ candidate, onPin, onClose }: { readonly candidate: Pick<Candidate, 'name'>; onPin(verdict: 'in' | 'out', because: string): void; onClose(): void }) {
  const [because, setBecause] = useState('')
  const pin = (verdict: 'in' | 'out') => {
    onPin(verdict, because)
    onClose()
  }
  const foot = (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button icon={<PinOff aria-hidden="true" />} onClick={() => pin('out')}>Must be out</Button>
      <Button kind="primary" icon={<PinIcon aria-hidden="true" />} onClick={() => pin('in')}>Must be in</Button>
    </>
  )
  return (
    <Dialog open title={`Pin ${candidate.name}`} subtitle="A pin holds whatever the initiative is worth. Its price is shown beside it." onClose={onClose} foot={foot}>
      <TextField label="Who says so, and why" hint="Kept with the scenario: “Ministerial commitment, March 2026”." maxLength={500} data-focus-first="" value={because} onChange={setBecause} />
    </Dialog>
  )
}
