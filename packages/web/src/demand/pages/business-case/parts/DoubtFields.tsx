import type { CaseOptionSaid, RealisedOffer } from '@throughline/contract/demand'
import type { Problem } from '@throughline/contract/wire'
import { fewOfClass, leastOfClass, optimismBias } from '@throughline/engine/demand'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { fieldError } from '../../../../wire/index.ts'
import { biasWords } from '../../../appraisal-words.ts'
import { listed } from '../../../case-words.ts'
import { textOf } from './numbers.ts'

/** What is done about the doubt in the cost of an option. */
export type Doubt = 'none' | 'bias' | 'class' | 'p80'
type Bias = NonNullable<CaseOptionSaid['bias']>
type Overrun = NonNullable<CaseOptionSaid['overrun']>
type Realised = NonNullable<CaseOptionSaid['realised']>

/** Optimism bias with its bounds as they are on record; what is mitigated rests on evidence. */
export function BiasFields({ bias, problem, onChange }: { readonly bias: Bias; readonly problem: Problem | undefined; onChange(bias: Bias): void }) {
  const { cost, duration, costOf } = optimismBias[bias.category]
  const hint = `Of ${costOf === 'capital' ? 'capital' : 'running'} cost ${cost.lower} to ${cost.upper} %${duration ? `, of duration ${duration.lower} to ${duration.upper} %: benefits come later as well` : '; of duration none'}`
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select label="Kind of work" hint={hint} value={bias.category} options={listed(biasWords)} onChange={(category) => onChange({ ...bias, category })} />
      <NumberField label="Of it mitigated" unit="%" min={0} max={100} value={String(Number((bias.mitigation * 100).toFixed(4)))} onChange={(value) => onChange({ ...bias, mitigation: Number(value ?? 0) / 100 })} error={fieldError(problem, 'mitigation')} />
      <TextArea className="sm:col-span-2" label="What shows that it is mitigated" rows={2} maxLength={2000} value={bias.evidence} onChange={(evidence) => onChange({ ...bias, evidence })} error={fieldError(problem, 'evidence')} />
    </div>
  )
}

/** Overruns of works that are alike, and how many of them may cost more. */
export function OverrunFields({ overrun, list, onList, onChange }: { readonly overrun: Overrun; readonly list: string; onList(text: string): void; onChange(overrun: Overrun): void }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField label="Reference class" maxLength={120} value={overrun.name} onChange={(name) => onChange({ ...overrun, name })} />
      <TextField label="Where it is from" maxLength={500} value={overrun.source} onChange={(source) => onChange({ ...overrun, source })} />
      <TextArea className="sm:col-span-2" label="Overruns in per cent" hint={`Of each work, over its estimate at the same point of decision; stopped ones too. At least ${leastOfClass}; below ${fewOfClass} it is said. Paste a column from Excel.`} rows={3} value={list} onChange={onList} />
      <NumberField label="May still cost more" hint="20 of 100 is P80." unit="of 100" min={1} max={99} value={String(Math.round(overrun.acceptable * 100))} onChange={(value) => onChange({ ...overrun, acceptable: Number(value ?? 20) / 100 })} />
      <Select label="Quantile by" value={overrun.method} options={[{ value: 'linear', label: 'Lines between neighbours (R-7)' }, { value: 'inverted_cdf', label: 'The value that reaches it (R-1)' }, { value: 'weibull', label: 'Room beyond the ends (Weibull, R-6)' }]} onChange={(method) => onChange({ ...overrun, method })} />
    </div>
  )
}

/** Of how many past benefits the ledger knows, and what is missing where these are too few. */
const offeredWords = ({ class: own, parent, enough }: RealisedOffer): string => {
  const known = [own, ...(parent ? [parent] : [])].map(({ name, count }) => `${count} of ${name}`).join(', ')
  return enough ? `Verified in closed periods: ${known}.` : `The value ledger knows too few past benefits yet: ${known}; at least ${leastOfClass} are needed.`
}

type Lists = { readonly rates: string; readonly parent: string }
/** What usually comes of benefits: of a class, and of a wider one where it is too small. */
export function RealisedFields({ realised, lists, offered, onLists, onChange }: { readonly realised: Realised | null; readonly lists: Lists; readonly offered: RealisedOffer | undefined; onLists(more: Partial<Lists>): void; onChange(realised: Realised | null): void }) {
  const set = (change: Partial<Realised>) => realised && onChange({ ...realised, ...change })
  const take = ({ class: { name, rates }, parent, source }: RealisedOffer) => {
    onLists({ rates: textOf(rates.map((one) => one * 100)), parent: textOf((parent?.rates ?? []).map((one) => one * 100)) })
    set({ name, parent: parent && { name: parent.name, rates: parent.rates }, source })
  }
  const hint = `Verified over approved, in per cent, of each past benefit; stopped ones too. At least ${leastOfClass}.`
  return (
    <>
      <Checkbox label="Lower benefits by what usually comes of them" checked={realised !== null} onChange={(on) => onChange(on ? { name: '', rates: [], parent: null, chance: 0.5, source: '' } : null)} />
      {realised && (
        <div className="grid gap-4 sm:grid-cols-2">
          {offered && <div className="flex flex-wrap items-center gap-3 sm:col-span-2">{offered.enough && <Button onClick={() => take(offered)}>Take it from the value ledger</Button>}<span className="quiet">{offeredWords(offered)}</span></div>}
          <TextField label="Class of benefits" maxLength={120} value={realised.name} onChange={(name) => set({ name })} />
          <Select label="By what" value={realised.chance === 0.2 ? '0.2' : '0.5'} options={[{ value: '0.5', label: 'Half of them reached (P50)' }, { value: '0.2', label: 'Four of five reached (P20)' }]} onChange={(chance) => set({ chance: Number(chance) })} />
          <TextArea label="Realised of the class" hint={hint} rows={3} value={lists.rates} onChange={(rates) => onLists({ rates })} />
          <TextArea label="Realised of the wider class" hint="It speaks where the class has too few." rows={3} value={lists.parent} onChange={(parent) => { onLists({ parent }); if (!realised.parent) set({ parent: { name: 'Wider class', rates: [] } }) }} />
          <TextField label="Wider class" maxLength={120} value={realised.parent?.name ?? ''} onChange={(name) => set({ parent: name.trim() === '' ? null : { name, rates: realised.parent?.rates ?? [] } })} />
          <TextField label="Where it is from" maxLength={500} value={realised.source} onChange={(source) => set({ source })} />
        </div>
      )}
    </>
  )
}
