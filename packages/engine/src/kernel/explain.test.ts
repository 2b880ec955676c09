import { describe, expect, it } from 'vitest'
import { dateFigure, moneyFigure, numberFigure, textFigure, type Explained } from './explain.ts'
import { known, type Metric } from './metric.ts'
import { addMoney, money, type Money } from './money.ts'

describe('explanations', () => {
  it('carry figures of each kind', () => {
    expect(moneyFigure(money(5n, 'GBP'))).toMatchObject({ kind: 'money', money: { minor: 5n } })
    expect(numberFigure(3)).toEqual({ kind: 'number', value: 3, unit: 'count' })
    expect(numberFigure(3, 'day')).toEqual({ kind: 'number', value: 3, unit: 'day' })
    expect(dateFigure('2024-04-01')).toEqual({ kind: 'date', date: '2024-04-01' })
    expect(textFigure('Green')).toEqual({ kind: 'text', text: 'Green' })
  })

  it('hold a figure and the terms that it was computed from', () => {
    const [capital, running] = [money(700n, 'GBP'), money(300n, 'GBP')]
    const shown = (amount: Money): Metric<ReturnType<typeof moneyFigure>> => known(moneyFigure(amount))
    const total: Explained<Money> = {
      metric: known(addMoney(capital, running)),
      why: { term: 'cost', figure: shown(addMoney(capital, running)), formula: 'sum', terms: [{ term: 'capital', figure: shown(capital) }, { term: 'running', figure: shown(running) }] },
    }
    expect(total.why.figure).toEqual(known(moneyFigure(money(1000n, 'GBP'))))
    expect(total.why.terms?.map((term) => term.term)).toEqual(['capital', 'running'])
  })
})
