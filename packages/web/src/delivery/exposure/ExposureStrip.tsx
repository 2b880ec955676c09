import type { Exposures } from '@throughline/contract/delivery'
import { explanationFromWire, useFormat } from '../../format/index.ts'
import { Figure, FigureStrip } from '../../ui/display/Figure.tsx'

/** What an initiative is exposed to on average, threats and opportunities apart; beside it what is not estimated. */
export default function ExposureStrip({ exposure: { threats, opportunities } }: { readonly exposure: Exposures }) {
  const format = useFormat()
  const one = (label: string, { expected, low, high, estimated, unestimated }: Exposures['threats']) => (
    <Figure
      label={label} value={expected.metric.status === 'ok' ? format.moneyShort(expected.metric.value) : null} absent={format.moneyCell(expected.metric)} why={explanationFromWire(expected.why)}
      comparison={{ words: `${low.status === 'ok' && high.status === 'ok' ? `${format.moneyShort(low.value)} to ${format.moneyShort(high.value)}; ` : ''}${format.count(estimated, 'risk', 'risks')} estimated${unestimated > 0 ? `, ${format.number(unestimated, 0)} not` : ''}`, ...(unestimated > 0 ? { tone: 'warn' as const } : {}) }}
    />
  )
  return <FigureStrip label="Exposure">{one('Expected exposure to threats', threats)}{one('Expected worth of opportunities', opportunities)}</FigureStrip>
}
