import type { ClassSplit, DividedBenefit, NewSplit } from '@throughline/contract/value'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { stakeholderClasses, sumOfSplit, wholeSplit, type StakeholderClass } from '@throughline/engine/value'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import { whom } from '../words.ts'

type Typed = Readonly<Partial<Record<StakeholderClass, string | null>>>

/** Says whom a benefit goes to, in percent of it; all left blank, nobody has said any more. */
export function SplitBenefit({ benefit, onSay, onClose }: { readonly benefit: DividedBenefit; onSay(split: NewSplit): Promise<Result<unknown, Problem>>; onClose(): void }) {
  const format = useFormat()
  const [typed, setTyped] = useState<Typed>(() => typedOf(benefit.split?.shares ?? {}))
  const [reason, setReason] = useState(benefit.split?.reason ?? '')
  const shares = splitOf(typed)
  const sum = sumOfSplit(shares)
  const none = sum === 0
  const notYet = none ? (benefit.split ? undefined : 'Enter a share') : sum === wholeSplit ? undefined : `The shares sum to ${format.percent(sum / wholeSplit, 2)}, and not to ${format.percent(1)}`
  return (
    <FormDialog title={`Whom it goes to: ${benefit.benefit}`} subtitle="Of a benefit below zero, who bears it. Shares sum to the whole." act={none && benefit.split ? 'Take it back' : 'Say it'} notYet={notYet} onSubmit={() => onSay({ benefitId: benefit.benefitId, shares, reason: reason.trim() })} onClose={onClose}>
      <div className="grid gap-4 sm:grid-cols-2">
        {stakeholderClasses.map((one, at) => <NumberField key={one} label={whom(one)} unit="%" min={0} max={100} value={typed[one] ?? null} onChange={(value) => setTyped({ ...typed, [one]: value })} {...(at === 0 ? { 'data-focus-first': '' } : {})} />)}
      </div>
      <TextArea label="Why" hint="What it rests on: the business case, a survey, an agreement." rows={2} maxLength={500} value={reason} onChange={setReason} />
    </FormDialog>
  )
}

const typedOf = (shares: ClassSplit): Typed => Object.fromEntries(stakeholderClasses.flatMap((one) => (shares[one] ? [[one, String(shares[one] / 10_000)]] : [])))
/** Percent as typed, in millionths of the whole; what is blank has no share. */
const splitOf = (typed: Typed): ClassSplit => Object.fromEntries(stakeholderClasses.flatMap((one) => (Number(typed[one] ?? 0) > 0 ? [[one, Math.round(Number(typed[one]) * 10_000)]] : [])))
