import type { SelectionCase } from '@throughline/contract/portfolio'
import { explainCost, explainValue, type Selection, type SelectionInput } from '@throughline/engine/portfolio'
import { known, numberFigure, type Explanation, type Figure, type Metric } from '@throughline/engine/kernel'
import { useMemo } from 'react'
import { useFormat } from '../../../format/index.ts'
import { costText, namesOf, valueText } from '../../words.ts'

/** How the figures and names of one case are written. */
export function useCaseWords({ input, valueUnit }: Pick<SelectionCase, 'input' | 'valueUnit'>) {
  const format = useFormat()
  return useMemo(() => {
    const cost = (minor: number): string => costText(minor, input.currency, format)
    const value = (amount: number): string => valueText(amount, valueUnit, input.currency, format)
    return { format, cost, value, nameOf: namesOf(input.candidates) }
  }, [format, input.candidates, input.currency, valueUnit])
}
export type CaseWords = ReturnType<typeof useCaseWords>

/** Why the plan is worth what it is: points where the case counts points, for the engine writes every value as money. */
export function whyValue(input: SelectionInput, selection: Selection, valueUnit: SelectionCase['valueUnit']): Explanation {
  const why = explainValue(input, selection)
  return valueUnit === 'points' ? inPoints(why) : why
}
export const whyCost = explainCost

function inPoints(why: Explanation): Explanation {
  const figure: Metric<Figure> = why.figure.status === 'ok' && why.figure.value.kind === 'money' ? known(numberFigure(Number(why.figure.value.money.minor), 'score')) : why.figure
  return { ...why, figure, ...(why.terms ? { terms: why.terms.map(inPoints) } : {}) }
}
