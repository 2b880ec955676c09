import type { RiskRow } from '@throughline/engine/delivery'
import { scaleOf } from '../portfolio/index.ts'
import type { Cell } from '../sheet/index.ts'
import { columnsBy } from './headings.ts'

export type RiskField = Exclude<keyof RiskRow, 'line'>

/** What a column of a register may be read as, its unit in brackets aside. What reads like another one stands after that. */
const headings: Readonly<Record<RiskField, readonly RegExp[]>> = {
  key: [/^(risk )?(key|ref|reference)\.?$/i, /^(risk )?(id|no\.?|number)$/i, /^#$/],
  title: [/^(risk )?(title|name)$/i, /^risk$/i, /^(risk )?(summary|description)$/i],
  kind: [/^(risk )?(kind|type)$/i, /^threat or opportunity$/i, /^threat ?\/ ?opportunity$/i],
  cause: [/^(risk )?causes?$/i, /^(because|due to)$/i], event: [/^(risk )?event$/i, /^risk description$/i], effect: [/^(risk )?effects?$/i, /^consequences?$/i],
  residualProbability: [/^(residual|target|post[- ]?(response|mitigation)) (probability|likelihood)$/i], residualMinor: [/^(residual|target|post[- ]?(response|mitigation)) (impact|cost)$/i],
  probability: [/^((current|initial|inherent|gross) )?(probability|likelihood)$/i], impactDays: [/^(impact|delay)( in)? days$/i, /^(schedule|time) impact$/i],
  impactLowMinor: [/^(impact|cost)( at)?( the)? (low|lowest|min|minimum)$/i, /^(low|lowest|min|minimum) (impact|cost)$/i], impactHighMinor: [/^(impact|cost)( at)?( the)? (high|highest|max|maximum)$/i, /^(high|highest|max|maximum) (impact|cost)$/i],
  impactMinor: [/^((current|initial|inherent|gross|cost|financial) )?impact$/i, /^(impact|cost)( most)? likely$/i, /^(most )?likely (impact|cost)$/i],
  costMinor: [/^(response|mitigation|action) cost$/i, /^cost of (the )?(response|mitigation)$/i], actions: [/^(response |mitigation )?actions?$/i, /^(mitigations?|response plan|mitigation plan)$/i], strategy: [/^(response )?strategy$/i, /^(response|treatment)( type)?$/i],
  dueOn: [/^(response |action |mitigation )?due( date| on)?$/i, /^(response |action )?deadline$/i], doneOn: [/^(response |action |mitigation )?(done|completed)( date| on)?$/i],
  identifiedOn: [/^(date )?(identified|raised|opened|created|recorded)( on| date)?$/i, /^date (identified|raised|opened)$/i], proximityOn: [/^proximity( date)?$/i, /^(may come|could occur|expected) by$/i],
  owner: [/^(risk )?owner$/i, /^(owned by|responsible|assignee)$/i], state: [/^(risk )?(state|status)$/i], overOn: [/^(over|closed|date closed|closure date|occurred)( on| date)?$/i], overReason: [/^(reason|closure reason|reason for closure)$/i],
}
/** Fields as they are told. */
export const riskFieldWords: Readonly<Record<RiskField, string>> = {
  key: 'key', title: 'title', kind: 'kind', cause: 'cause', event: 'event', effect: 'effect', probability: 'probability', impactLowMinor: 'lowest impact', impactMinor: 'most likely impact', impactHighMinor: 'highest impact', impactDays: 'impact in days', strategy: 'response', actions: 'actions',
  costMinor: 'response cost', dueOn: 'response due', doneOn: 'response done', residualProbability: 'residual probability', residualMinor: 'residual impact', identifiedOn: 'identified', proximityOn: 'proximity', owner: 'owner', state: 'state', overOn: 'over on', overReason: 'reason',
}

/** In which column each field stands, and the powers of ten and signs of percent that headings name: `Impact (£k)`. */
export type RiskColumns = { readonly at: { readonly [Field in RiskField]?: number }; readonly scales: ReadonlyMap<number, number>; readonly percents: ReadonlySet<number> }
const unit = /[\s,]*(?:\(([^()]*)\)|\[([^[\]]*)\]|(%))$/

/** The columns of a row of headings; undefined where it names not both a key and what the risk is. */
export function riskColumnsIn(row: readonly Cell[]): RiskColumns | undefined {
  const at = columnsBy(row.map(({ text }) => ({ text: text.trim().replace(unit, '') })), headings)
  // A register that describes each risk and titles none is read by its descriptions.
  if (at.key === undefined || at.title === undefined) return at.key !== undefined && at.event !== undefined ? riskColumnsWith(row, { ...at, title: at.event, event: undefined }) : undefined
  return riskColumnsWith(row, at)
}

function riskColumnsWith(row: readonly Cell[], { event, ...at }: { readonly [Field in RiskField]?: number | undefined }): RiskColumns {
  const units = row.map(({ text }) => unit.exec(text.trim())).map((found) => (found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim())
  const scales = units.flatMap((one, column) => {
    const scale = scaleOf(one.replaceAll(/[^a-z]/gi, ' ').trim().split(/\s+/).find((word) => scaleOf(word) !== undefined) ?? '')
    return scale === undefined ? [] : [[column, scale] as const]
  })
  return { at: { ...(at as RiskColumns['at']), ...(event === undefined ? {} : { event }) }, scales: new Map(scales), percents: new Set(units.flatMap((one, column) => (/%|per ?cent/i.test(one) ? [column] : []))) }
}
