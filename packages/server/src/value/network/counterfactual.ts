import type { CounterfactualLine } from '@throughline/contract/value'
import type { Refusal } from '@throughline/contract/wire'
import { dateOfDay, daysBetween, dayNumber, ok, refuse, type CivilDate, type Result } from '@throughline/engine/kernel'
import { counterfactualAt } from '@throughline/engine/value'
import type { Tx } from '../../database/index.ts'
import { readCounterfactual, type Registered } from './counterfactual-store.ts'

/** How a measure would have gone without the initiatives, by the method that was registered and by what was known when it was. */
export async function counterfactualOf(tx: Tx, measureId: string): Promise<Result<CounterfactualLine, Refusal<'not_found'>>> {
  const found = await readCounterfactual(tx, measureId)
  if (!found) return refuse({ code: 'not_found', values: { what: 'measure', id: measureId } })
  if (found.registered === null) return ok({ registered: null, points: [], lacks: null })
  const drawn = lineOf(found.registered.method, found)
  return ok({ registered: found.registered, points: 'lacks' in drawn ? [] : drawn.points, lacks: 'lacks' in drawn ? drawn.lacks : null })
}

type Drawn = { readonly points: CounterfactualLine['points'] } | { readonly lacks: string }

/** The line as far as the method alone gives one: two methods need what is only given with each measurement. */
function lineOf(method: 'frozen_baseline' | 'trend' | 'comparison_group' | 'seasonal', { baseline, baselineOn, until, history }: Registered): Drawn {
  switch (method) {
    case 'frozen_baseline':
      return baseline === null || baselineOn === null ? { lacks: 'The measure has no baseline with a date' } : { points: [{ on: baselineOn, value: Number(baseline) }, ...(until > baselineOn ? [{ on: until, value: Number(baseline) }] : [])] }
    case 'trend':
      return trendLine(history, until)
    case 'comparison_group':
      return { lacks: 'What the others did is given with each measurement, so there is no line beforehand' }
    case 'seasonal':
      return { lacks: 'The growth of the season is given with each measurement, so there is no line beforehand' }
  }
}

/** The line of least squares through what was known at registration, in equal steps, as far as the measure is drawn. */
function trendLine(history: readonly { readonly on: CivilDate; readonly value: number }[], until: CivilDate): Drawn {
  const [first, last] = [history[0], history.at(-1)]
  if (!first || !last || history.length < 2) return { lacks: 'Fewer than two actuals were known when the trend was registered' }
  const stepDays = daysBetween(first.on, last.on) / (history.length - 1)
  const values = history.map(({ value }) => value)
  const at = (period: number): CounterfactualLine['points'] => {
    const value = counterfactualAt({ method: 'trend', history: values }, period)
    return value.status === 'ok' ? [{ on: dateOfDay(Math.round(dayNumber(last.on) + (period + 1) * stepDays)), value: value.value }] : []
  }
  const steps = Math.max(1, Math.floor(daysBetween(last.on, until) / stepDays))
  return { points: [...at(-history.length), ...at(0), ...(steps > 1 ? at(steps - 1) : [])] }
}
