import type { InitiativeDetail, YearAmount } from '@throughline/contract/demand'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { majorOf, useFormat } from '../../../../format/index.ts'
import { YearBars } from '../../../../ui/charts/YearBars.tsx'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { PartialState } from '../../../../ui/states/states.tsx'
import { EditYears } from './EditYears.tsx'

type Profiles = Pick<InitiativeDetail, 'costProfile' | 'benefitProfile'>
export type YearsProps = Profiles & { readonly currency: string; readonly firstYear: number; /** Of the initiative. */ readonly version: number; /** Left out for readers. */ readonly onSave?: ((lines: readonly YearAmount[], version: number) => Promise<Result<unknown, Problem>>) | undefined }

/** Cost and benefits by fiscal year, side by side and never netted. What a rule has spread is hatched, and the rule is said; what was given can be changed. */
export function Years({ costProfile, benefitProfile, currency, firstYear, version, onSave }: YearsProps) {
  const [editing, setEditing] = useState(false)
  return (
    <section className="grid gap-2" aria-label="By fiscal year">
      {onSave && <div className="justify-self-end"><Button icon={<Pencil />} onClick={() => setEditing(true)}>Change years</Button></div>}
      <Both costProfile={costProfile} benefitProfile={benefitProfile} />
      {editing && onSave && <EditYears {...{ costProfile, benefitProfile, currency, firstYear, version, onSave }} onClose={() => setEditing(false)} />}
    </section>
  )
}

function Both({ costProfile, benefitProfile }: Profiles) {
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Profile title="Cost by fiscal year" profile={costProfile} hue={0} empty={noteOf(costProfile)} />
      <Profile title="Benefits by fiscal year" profile={benefitProfile} hue={1} empty={noteOf(benefitProfile)} />
    </div>
  )
}

const noteOf = ({ total }: Profiles['costProfile']): string => (total.metric.status === 'ok' ? (total.why.note ?? 'Without dates it cannot be spread over years.') : 'There is no figure to show by year.')

function Profile({ title, profile: { lines, difference }, hue, empty }: { readonly title: string; readonly profile: Profiles['costProfile']; readonly hue: number; readonly empty: string }) {
  const format = useFormat()
  const currency = lines[0]?.amount.currency ?? 'GBP'
  const rules = [...new Set(lines.flatMap(({ derived, rule }) => (derived && rule ? [rule] : [])))]
  return (
    <Card title={title} note={rules.length > 0 ? `Hatched: derived. ${rules.join('. ')}.` : 'As given'}>
      {difference && <PartialState message={`The years sum to ${format.money({ ...difference, minor: difference.minor.replace('-', '') })} ${difference.minor.startsWith('-') ? 'less' : 'more'} than the whole. Correct a year, or the whole.`} />}
      <YearBars
        title={title}
        titleHidden
        height={220}
        empty={empty}
        years={lines.map(({ label }) => label)}
        series={lines.length === 0 ? [] : [{ key: 'amount', label: title, hue, values: lines.map(({ amount }) => majorOf(amount)), derived: lines.map(({ derived }) => derived) }]}
        format={(amount) => format.axisMoney(amount, currency)}
      />
    </Card>
  )
}
