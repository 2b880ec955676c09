import type { InitiativeDetail, YearLine } from '@throughline/contract/demand'
import { majorOf, useFormat } from '../../../../format/index.ts'
import { YearBars } from '../../../../ui/charts/YearBars.tsx'
import { Card } from '../../../../ui/display/Card.tsx'

type Profiles = Pick<InitiativeDetail, 'costProfile' | 'benefitProfile'>

/** Cost and benefits by fiscal year, side by side and never netted. What a rule has spread is hatched, and the rule is said. */
export function Years({ costProfile, benefitProfile }: Profiles) {
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Profile title="Cost by fiscal year" lines={costProfile.lines} hue={0} empty={noteOf(costProfile)} />
      <Profile title="Benefits by fiscal year" lines={benefitProfile.lines} hue={1} empty={noteOf(benefitProfile)} />
    </div>
  )
}

const noteOf = ({ total }: Profiles['costProfile']): string => (total.metric.status === 'ok' ? (total.why.note ?? 'Without dates it cannot be spread over years.') : 'There is no figure to show by year.')

function Profile({ title, lines, hue, empty }: { readonly title: string; readonly lines: readonly YearLine[]; readonly hue: number; readonly empty: string }) {
  const format = useFormat()
  const currency = lines[0]?.amount.currency ?? 'GBP'
  const rules = [...new Set(lines.flatMap(({ derived, rule }) => (derived && rule ? [rule] : [])))]
  return (
    <Card title={title} note={rules.length > 0 ? `Hatched: derived. ${rules.join('. ')}.` : 'As given'}>
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
