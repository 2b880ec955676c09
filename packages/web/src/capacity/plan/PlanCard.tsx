import type { InitiativePlan, Start, Variant } from '@throughline/contract/capacity'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useFormat, type Format } from '../../format/index.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { Card } from '../../ui/display/Card.tsx'
import { Table } from '../../ui/display/Table.tsx'
import { FormDialog } from '../../wire/index.ts'
import { planGiven } from './given.ts'
import { StartLine } from './StartLine.tsx'
import { VariantForm, type VariantFormProps } from './VariantForm.tsx'

export type PlanCardProps = Pick<VariantFormProps, 'plan' | 'pools' | 'money'> & { readonly canEdit: boolean; readonly start?: Start | undefined; onSave(given: ReturnType<typeof planGiven>): Promise<Result<unknown, Problem>> }
type Asking = { readonly what: 'starts' | 'add' } | { readonly what: 'change' | 'remove'; readonly variant: Variant }

/** When an initiative may start, in which variants it may be done, and what each needs and costs since its start. */
export function PlanCard({ plan, start, pools, money, canEdit, onSave }: PlanCardProps) {
  const format = useFormat()
  const [asking, setAsking] = useState<Asking>()
  const close = () => setAsking(undefined)
  const form = (variant?: Variant) => <VariantForm {...{ plan, pools, money, variant }} onSubmit={(given) => onSave(planGiven(plan, { variant: given }))} onClose={close} />
  return (
    <Card title="Starts, variants and people" note={startWords(plan, format)} actions={canEdit && <><Button onClick={() => setAsking({ what: 'starts' })}>Change starts</Button><Button icon={<Plus />} onClick={() => setAsking({ what: 'add' })}>Add a variant</Button></>}>
      {start && <StartLine start={start} />}
      {plan.variants.length === 0 ? (
        <p className="quiet">Nothing is recorded of what it needs, so it counts nowhere in <a className="underline" href="/capacity">capacity</a>.{canEdit && ' Add a variant to say it.'}</p>
      ) : (
        <Table
          caption="Variants" rows={plan.variants} rowKey={({ id }) => id}
          columns={[
            { key: 'name', label: 'Variant', cell: ({ name, inPlan }) => <span className="grid"><span className="font-medium">{name}</span>{inPlan && <span className="quiet">In the plan</span>}</span> },
            { key: 'value', label: 'Value', numeric: true, cell: ({ valuePercent, benefits }) => (benefits.status === 'missing' ? (valuePercent.status === 'ok' ? format.percent(valuePercent.value / 100) : '–') : format.moneyCell(benefits)) },
            { key: 'needs', label: 'Needs', cell: ({ demands }) => <Said lines={demands.flatMap(({ pool, lines }) => lines.map(({ fromMonth, months, quantity }) => `${pool.name}: ${quantity} in ${monthsWords(fromMonth, months)}`))} /> },
            { key: 'costs', label: 'Costs', cell: ({ costs }) => <Said lines={costs.flatMap(({ pot, lines }) => lines.map(({ fromMonth, months, amount }) => `${pot?.name ?? 'No pot'}: ${format.moneyCell(amount)} in ${monthsWords(fromMonth, months)}`))} /> },
            { key: 'acts', label: canEdit ? 'Acts' : '', cell: (variant) => canEdit && <span className="flex"><Button kind="quiet" aria-label={`Change: ${variant.name}`} onClick={() => setAsking({ what: 'change', variant })}>Change</Button><Button kind="quiet" aria-label={`Remove: ${variant.name}`} onClick={() => setAsking({ what: 'remove', variant })}>Remove</Button></span> },
          ]}
        />
      )}
      {asking?.what === 'starts' && <StartsForm plan={plan} onSave={onSave} onClose={close} />}
      {asking?.what === 'add' && form()}
      {asking?.what === 'change' && form(asking.variant)}
      {asking?.what === 'remove' && <FormDialog title={`Remove: ${asking.variant.name}`} act="Remove" tone="danger" onSubmit={() => onSave(planGiven(plan, { without: asking.variant.id }))} onClose={close}><p>What it needs and costs is not counted any more; the history keeps it.</p></FormDialog>}
    </Card>
  )
}

const Said = ({ lines }: { readonly lines: readonly string[] }) => (lines.length === 0 ? <span className="quiet">–</span> : <ul className="figures">{lines.map((line) => <li key={line}>{line}</li>)}</ul>)
const monthsWords = (from: number, months: number): string => (months === 1 ? `month ${from + 1}` : `months ${from + 1} to ${from + months}`)

function startWords({ startsOn, earliestOn, latestOn, fixedOn }: InitiativePlan, format: Format): string {
  const may = fixedOn ? `fixed on ${format.date(fixedOn)}` : earliestOn || latestOn ? `may start ${earliestOn ? `from ${format.date(earliestOn)}` : 'on any day'}${latestOn ? ` until ${format.date(latestOn)}` : ''}` : 'may start on any day'
  return `${startsOn ? `Starts on ${format.date(startsOn)}` : 'Has no start yet'}; ${may}. Months count from its start.`
}

function StartsForm({ plan, onSave, onClose }: Pick<PlanCardProps, 'plan' | 'onSave'> & { onClose(): void }) {
  const [starts, setStarts] = useState({ earliestOn: plan.earliestOn ?? '', latestOn: plan.latestOn ?? '', fixedOn: plan.fixedOn ?? '' })
  const set = (field: keyof typeof starts) => (value: string) => setStarts((all) => ({ ...all, [field]: value }))
  const given = { earliestOn: starts.earliestOn || null, latestOn: starts.latestOn || null, fixedOn: starts.fixedOn || null }
  return (
    <FormDialog title="When it may start" act="Save" onSubmit={() => onSave(planGiven(plan, { starts: given }))} onClose={onClose}>
      <TextField type="date" label="Not before" value={starts.earliestOn} onChange={set('earliestOn')} />
      <TextField type="date" label="Not after" value={starts.latestOn} onChange={set('latestOn')} />
      <TextField type="date" label="On this day alone" hint="Empty where it may move" value={starts.fixedOn} onChange={set('fixedOn')} />
    </FormDialog>
  )
}
