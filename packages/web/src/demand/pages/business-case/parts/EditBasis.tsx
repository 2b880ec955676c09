import type { BusinessCase, CaseBasis } from '@throughline/contract/demand'
import { useState } from 'react'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import { rateWords, type RateWord } from '../../../appraisal-words.ts'
import { frameworkWords, listed, stageWords } from '../../../case-words.ts'
import type { Form } from './forms.tsx'

const wordOf = ({ rate }: CaseBasis): RateWord => (rate.kind === 'flat' ? rate.basis : (`${rate.vintage} ${rate.schedule}` as RateWord))
const percentOf = (share: number): string => String(Number((share * 100).toFixed(4)))

/** How options are looked at: stage, framework, rate, prices, years and doubt. */
export function EditBasis({ shown, acts, onClose }: Form & { readonly shown: BusinessCase }) {
  const { basis, doubt } = shown
  const [{ stage, framework }, setCase] = useState({ stage: shown.stage, framework: shown.framework })
  const [rate, setRate] = useState(wordOf(basis))
  const [own, setOwn] = useState(basis.rate.kind === 'flat' ? percentOf(basis.rate.perYear) : '8')
  const [{ timing, prices }, setFlow] = useState({ timing: basis.timing, prices: basis.prices })
  const [numbers, setNumbers] = useState<Readonly<Record<'priceYear' | 'presentYear' | 'inflation' | 'ratePoints' | 'delayYears', string | null>>>({ priceYear: String(basis.priceYear), presentYear: String(basis.presentYear), inflation: percentOf(basis.inflation), ratePoints: String(doubt.ratePoints), delayYears: String(doubt.delayYears) })
  const set = (key: keyof typeof numbers) => (value: string | null) => setNumbers((all) => ({ ...all, [key]: value }))
  const flat = rate === 'real' || rate === 'nominal'
  const empty = Object.values(numbers).some((one) => one === null)
  const send = () => {
    const [vintage = '', schedule = 'standard'] = rate.split(' ')
    const told: CaseBasis['rate'] = flat ? { kind: 'flat', perYear: Number(own) / 100, basis: rate } : ({ kind: 'schedule', vintage, schedule } as CaseBasis['rate'])
    return acts.change({ stage, framework, basis: { rate: told, timing, prices, priceYear: Number(numbers.priceYear), presentYear: Number(numbers.presentYear), inflation: Number(numbers.inflation) / 100 }, doubt: { ratePoints: Number(numbers.ratePoints), delayYears: Number(numbers.delayYears) } })
  }
  return (
    <FormDialog title="How options are looked at" size="wide" act="Save" notYet={empty ? 'A number is missing' : undefined} onSubmit={send} onClose={onClose}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select label="Stage" hint="Each stage asks for more of the five cases." value={stage} options={listed(stageWords)} onChange={(one) => setCase({ stage: one, framework })} />
        <Select label="Framework" value={framework} options={listed(frameworkWords)} onChange={(one) => setCase({ stage, framework: one })} />
        <Select label="Discounted by" value={rate} options={listed(rateWords)} onChange={setRate} />
        {flat && <NumberField label="Rate a year" unit="%" min={-50} max={100} value={own} onChange={(value) => setOwn(value ?? '0')} />}
        <Select label="Flows fall" value={timing} options={[{ value: 'end', label: 'At the end of their year' }, { value: 'mid', label: 'In the middle of their year' }]} onChange={(one) => setFlow({ timing: one, prices })} />
        <Select label="Amounts are given" value={prices} options={[{ value: 'real', label: 'In prices of the price base year (real)' }, { value: 'nominal', label: 'In prices of their years (nominal)' }]} onChange={(one) => setFlow({ timing, prices: one })} />
        <NumberField label="Price base year" min={1990} max={2299} value={numbers.priceYear} onChange={set('priceYear')} />
        <NumberField label="Discounted to" hint="What was spent before is sunk." min={1990} max={2149} value={numbers.presentYear} onChange={set('presentYear')} />
        <NumberField label="Prices rise a year" unit="%" min={-20} max={100} value={numbers.inflation} onChange={set('inflation')} />
        <NumberField label="The rate may be off by" unit="points" min={0} max={10} value={numbers.ratePoints} onChange={set('ratePoints')} />
        <NumberField label="Works may end later by" unit="years" min={0} max={10} value={numbers.delayYears} onChange={set('delayYears')} />
      </div>
    </FormDialog>
  )
}
