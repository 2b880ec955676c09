import type { CounterfactualWords } from './method-words.ts'
import { attributionChoices, counterfactualChoices } from './method-words.ts'
import { adjusting, blank, given, leastOf, millionthsOf, periodChoices, type ActForm, type Entered, type Field, type Setting, type Subject } from './form.ts'

const reason: Field = { kind: 'area', key: 'reason', label: 'Reason', required: true }
const measured = (setting: Setting): readonly Field[] => [
  { kind: 'select', key: 'period', label: 'Period', options: periodChoices(setting, 'over'), required: true },
  { kind: 'select', key: 'method', label: 'Counterfactual', hint: 'As it was registered.', options: counterfactualChoices, required: true },
  { kind: 'number', key: 'without', label: 'What the measure would have been without the initiatives', required: true },
  { kind: 'number', key: 'volume', label: 'Volume of the period', hint: 'Calls, cases; 1 where the measure is a whole already.' },
  { kind: 'number', key: 'unitValue', label: 'Worth of one unit', hint: 'In whole units of account, at prices of the period; 1 unless said.' },
  { kind: 'select', key: 'source', label: 'Where the actual comes from', options: [{ value: 'system_of_record', label: 'System of record, automated' }, { value: 'sampled', label: 'Sampled or reconciled' }, { value: 'survey', label: 'Survey or by hand' }, { value: 'estimate', label: 'Estimate' }], required: true },
  { kind: 'check', key: 'postHoc', label: 'Counterfactual or attribution were registered after the actual was known', hint: 'It is then posted with a grade of D.' },
]
const startMeasured = (_: Setting, { measure }: Subject): Entered => ({ ...blank, text: { method: measure?.counterfactual?.method ?? 'trend', source: 'system_of_record' } })
const measurement = ({ text, on }: Entered, setting: Setting, { measure }: Subject) => ({
  measureId: measure?.id ?? '', period: text['period'] ?? '', counterfactual: { method: text['method'] as CounterfactualWords, value: text['without'] ?? '0' }, ...given('volume', text['volume']), ...given('unitValue', text['unitValue']),
  source: text['source'] as 'sampled', ...(on['postHoc'] ? { postHoc: true } : {}), ...adjusting(setting, text['period']),
})

/** Fields of what is agreed on a measure: the counterfactual and the attribution. */
export const agreementFields: readonly Field[] = [
  { kind: 'select', key: 'method', label: 'Counterfactual', hint: 'How it would have gone without the initiatives; registered before the first actual.', options: counterfactualChoices },
  { kind: 'number', key: 'level', label: 'Level on the Maryland scale', hint: '0 to 5; what is 3 or more has a comparison.', min: 0, max: 5 },
  { kind: 'select', key: 'attribution', label: 'Attribution', options: attributionChoices },
  { kind: 'lines', key: 'lines', label: 'Shares of the movement, in percent', of: 'initiatives', unit: 'percent', hint: 'In a contract they sum to 100 or less; the rest is nobody’s. In other methods they are weights.' },
]
/** What is agreed, as it is sent; of a method that is no contract the shares are weights in hundredths. */
export function agreementOf({ text, lines }: Entered) {
  const [method, attribution] = [text['method'], text['attribution']]
  const shares = lines.flatMap(({ of, amount }) => (of === '' ? [] : [{ initiativeId: of, share: attribution === 'contract' ? (millionthsOf(amount) ?? 0) : Math.round(Number(amount ?? 0) * 100) }]))
  return {
    ...(method ? { counterfactual: { method: method as CounterfactualWords, level: Number(text['level'] ?? 0) } } : {}),
    ...(attribution ? { attribution: { method: attribution as 'contract', shares } } : {}),
  }
}

/** What is done with a measure of the ledger: its agreement, T5, its mending, and the restatement of an actual. */
export const measureActs: readonly ActForm[] = [
  {
    key: 'measure', label: 'Post what it moved', about: 'From the approved actual of the period, once. The actual is the one recorded for the measure.', right: 'verify_value', fields: measured, start: startMeasured,
    send: (acts, entered, setting, subject) => acts.measure({ body: measurement(entered, setting, subject) }),
  },
  {
    key: 'restate', label: 'Restate', about: 'The actual was restated. What stands on the old measurement is reversed, newest first; it is measured anew and claimed again up to the cap. In a closed period all of it is a prior-period adjustment.', right: 'verify_value',
    fields: (setting) => [...measured(setting), reason, { kind: 'area', key: 'evidence', label: 'Evidence', hint: 'What shows that the actual was another: it stands with the new measurement.', required: true }], start: startMeasured,
    send: (acts, entered, setting, subject) => acts.restate({ body: { ...measurement(entered, setting, subject), reason: (entered.text['reason'] ?? '').trim(), ...given('evidence', entered.text['evidence']) } }),
  },
  {
    key: 'adjust', label: 'Mend by a difference', about: 'No more than is left of the pool; for more, restate.', right: 'verify_value',
    fields: (setting, { measure }) => [{ kind: 'select', key: 'period', label: 'Period', options: periodChoices(setting, 'over'), required: true }, { kind: 'amount', key: 'amount', label: 'Difference', unit: measure?.unit ?? '', required: true }, reason],
    send: (acts, { text }, setting, { measure }) => acts.adjust({ body: { measureId: measure?.id ?? '', period: text['period'] ?? '', difference: leastOf(text['amount'], measure?.unit ?? '') ?? '0', ...adjusting(setting, text['period']), ...given('reason', text['reason']) } }),
  },
  {
    key: 'agree', label: 'Change what is agreed', about: 'What is registered after an actual is known counts as after the fact, with a grade of D at most.', right: 'edit_strategy', fields: () => agreementFields,
    start: (_, { measure }) => ({
      ...blank, text: { method: measure?.counterfactual?.method ?? '', level: String(measure?.counterfactual?.level ?? ''), attribution: measure?.attribution?.method ?? '' },
      lines: (measure?.attribution?.shares ?? []).map(({ initiativeId, share }) => ({ of: initiativeId, amount: String(share / (measure?.attribution?.method === 'contract' ? 10_000 : 100)), declined: null })),
    }),
    send: (acts, entered, _, { measure }) => acts.changeAgreement({ params: { id: measure?.id ?? '' }, body: { version: measure?.version ?? 0, ...agreementOf(entered) } }),
  },
]
