import type { ExplainedMoney, ExplainedNumber, Explanation as WireExplanation } from '@throughline/contract/wire'
import { known, moneyFigure, numberFigure, type Explained, type Explanation, type Figure, type Metric, type Money, type UnitCode } from '@throughline/engine/kernel'

/** The explanation as the engine and the controls know it, from the explanation as it travels. */
export function explanationFromWire(wire: WireExplanation): Explanation {
  const { figure, terms, ...rest } = wire
  return { ...rest, figure: figureFromWire(figure), ...(terms ? { terms: terms.map(explanationFromWire) } : {}) }
}

function figureFromWire(wire: WireExplanation['figure']): Metric<Figure> {
  if (wire.status !== 'ok') return wire
  return known(wire.value.kind === 'money' ? moneyFigure(moneyFromText(wire.value.money)) : wire.value)
}

const moneyFromText = (wire: Omit<Money, 'minor'> & { readonly minor: string }): Money => ({ ...wire, minor: BigInt(wire.minor) })

/** Explained money of the wire as a figure with its reason, ready for the control that shows both. */
export function explainedMoney(wire: ExplainedMoney): Explained<Figure> {
  const metric: Metric<Figure> = wire.metric.status === 'ok' ? known(moneyFigure(moneyFromText(wire.metric.value))) : wire.metric
  return { metric, why: explanationFromWire(wire.why) }
}

/** An explained number of the wire as a figure of the given unit. */
export function explainedNumber(wire: ExplainedNumber, unit: UnitCode = 'count'): Explained<Figure> {
  const metric: Metric<Figure> = wire.metric.status === 'ok' ? known(numberFigure(wire.metric.value, unit)) : wire.metric
  return { metric, why: explanationFromWire(wire.why) }
}

/** Whether the figure itself was read or spread by a rule of ours. A sum or a ratio of published figures is not: its formula says what it is. */
export const isDerived = ({ source }: Pick<WireExplanation, 'source'>): boolean => source?.kind === 'derived'

