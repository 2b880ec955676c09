import { blank, leastOf, periodChoices, type ActForm, type Entered, type Field, type Setting, type Subject } from './form.ts'
import { agreementFields, agreementOf } from './measure-acts.ts'

const none = (label: string) => ({ value: '', label })
const benefitFields = ({ register, people }: Setting, { benefit }: Subject): readonly Field[] => [
  { kind: 'text', key: 'name', label: 'Name', required: true },
  { kind: 'select', key: 'owner', label: 'Owner', options: [none('Nobody yet'), ...people] },
  { kind: 'select', key: 'measure', label: 'Measure', hint: 'What it is the movement of; it stays once there are entries.', options: [none('None yet'), ...register.measures.map(({ id, name, unit }) => ({ value: id, label: `${name}, ${unit}` }))] },
  { kind: 'select', key: 'leadsTo', label: 'Leads to', hint: 'The benefit on the way to which this one is a step.', options: [none('Nothing: it is an end'), ...register.benefits.filter(({ id }) => id !== benefit?.id).map(({ id, name }) => ({ value: id, label: name }))] },
  { kind: 'text', key: 'adoptionBy', label: 'Who has to change for it to flow' },
  { kind: 'check', key: 'counted', label: 'Counted in totals', hint: 'Of benefits on one path at most one is.' },
]
const benefitOf = ({ text, on }: Entered) => ({ name: (text['name'] ?? '').trim(), ownerId: text['owner'] || null, measureId: text['measure'] || null, leadsTo: text['leadsTo'] || null, adoptionBy: (text['adoptionBy'] ?? '').trim(), counted: on['counted'] ?? true })
const unitFields: readonly Field[] = [{ kind: 'select', key: 'unit', label: 'Counted in', options: [{ value: 'cash', label: 'Money, cash-releasing' }, { value: 'noncash', label: 'Money that releases no cash' }, { value: 'own', label: 'A unit of its own' }], required: true }, { kind: 'text', key: 'own', label: 'Unit of its own', hint: 'hour, tCO2e' }]
const unitOf = ({ text }: Entered, { currency }: Setting): string => (text['unit'] === 'own' ? (text['own'] ?? '').trim() : `${currency}.${text['unit']}`)

/** What the ledger stands on: benefits and measures, lowered budgets, who only helps, to whom people report. */
export const registerActs: readonly ActForm[] = [
  {
    key: 'add_benefit', label: 'Add a benefit', about: 'The movement of one measure that one initiative promises, owns and claims. From its first posting on, amounts recorded by hand for the initiative count no longer.', right: 'record_value',
    fields: (setting, subject) => [{ kind: 'select', key: 'initiative', label: 'Initiative', options: setting.initiatives, required: true }, ...benefitFields(setting, subject), ...unitFields.map((field) => ({ ...field, required: false, hint: field.key === 'unit' ? 'Only without a measure: with one it is that of the measure.' : 'hour, tCO2e' }))],
    start: () => ({ ...blank, text: { unit: 'noncash' }, on: { counted: true } }),
    send: (acts, entered, setting) => {
      const measure = setting.register.measures.find(({ id }) => id === entered.text['measure'])
      return acts.addBenefit({ body: { ...benefitOf(entered), initiativeId: entered.text['initiative'] ?? '', unit: measure?.unit ?? unitOf(entered, setting) } })
    },
  },
  {
    key: 'register_measure', label: 'Register a measure', about: 'A measure of the strategy gets its pool. A duplicate by another name has the same pool, so that nothing is claimed twice.', right: 'edit_strategy',
    fields: ({ measures, register }) => [{ kind: 'select', key: 'measure', label: 'Measure', options: measures.filter(({ value }) => !register.measures.some(({ id }) => id === value)), required: true }, ...unitFields, ...agreementFields],
    start: () => ({ ...blank, text: { unit: 'noncash' } }),
    send: (acts, entered, setting) => acts.registerMeasure({ body: { measureId: entered.text['measure'] ?? '', unit: unitOf(entered, setting), ...agreementOf(entered) } }),
  },
  {
    key: 'reduction', label: 'Record a lowered budget', about: 'By how much a budget line was lowered, or a revenue target raised, for the ledger. Below zero where it was raised again.', right: 'verify_value',
    fields: (setting) => [{ kind: 'text', key: 'line', label: 'Budget line', required: true }, { kind: 'select', key: 'period', label: 'Period', options: periodChoices(setting), required: true }, { kind: 'amount', key: 'amount', label: 'Lowered by', unit: `${setting.currency}.cash`, required: true }, { kind: 'area', key: 'reason', label: 'Reason', required: true }],
    send: (acts, { text }, { currency }) => acts.reduction({ body: { budgetLine: (text['line'] ?? '').trim(), period: text['period'] ?? '', amount: leastOf(text['amount'], `${currency}.cash`) ?? '0', reason: (text['reason'] ?? '').trim() } }),
  },
  {
    key: 'assist', label: 'Say who only helps', about: 'An enabler or an office has no claim of its own unless a contract carves one out.', right: 'edit_strategy',
    fields: ({ initiatives }) => [{ kind: 'select', key: 'initiative', label: 'Initiative', options: initiatives, required: true }, { kind: 'check', key: 'assists', label: 'It only helps others to their benefits' }],
    start: () => ({ ...blank, on: { assists: true } }),
    send: (acts, { text, on }) => acts.assist({ body: { initiativeId: text['initiative'] ?? '', assists: on['assists'] ?? false } }),
  },
  {
    key: 'line', label: 'Say who reports to whom', about: 'Independence is judged by it: nobody within two levels of a line verifies.', right: 'administer',
    fields: ({ people }) => [{ kind: 'select', key: 'person', label: 'Person', options: people, required: true }, { kind: 'select', key: 'manager', label: 'Reports to', options: [none('Nobody'), ...people] }],
    send: (acts, { text }) => acts.line({ body: { lines: [{ accountId: text['person'] ?? '', managerId: text['manager'] || null }] } }),
  },
]

/** Changes a benefit itself. */
export const changeBenefit: ActForm = {
  key: 'change', label: 'Change', about: 'Its name, owner, measure and place on the way to other benefits.', right: 'record_value', fields: benefitFields,
  start: (_, { benefit }) => ({ ...blank, text: { name: benefit?.name ?? '', owner: benefit?.ownerId ?? '', measure: benefit?.measureId ?? '', leadsTo: benefit?.leadsTo ?? '', adoptionBy: benefit?.adoptionBy ?? '' }, on: { counted: benefit?.counted ?? true } }),
  send: (acts, entered, _, { benefit }) => acts.changeBenefit({ params: { id: benefit?.id ?? '' }, body: { version: benefit?.version ?? 0, ...benefitOf(entered) } }),
}
