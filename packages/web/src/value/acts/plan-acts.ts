import { blank, given, leastOf, linesIn, millionthsOf, periodChoices, standing, type ActForm, type Field } from './form.ts'

const evidence: Field = { kind: 'area', key: 'evidence', label: 'Evidence', hint: 'Where it stands: a page, a minute, an address on the web.' }
const reason: Field = { kind: 'area', key: 'reason', label: 'Reason', required: true }
const lines = (unit: string, hint: string, declined?: true): Field => ({ kind: 'lines', key: 'lines', label: 'By period', of: 'periods', unit, hint, required: true, ...(declined ? { declined } : {}) })

/** What is done with a promise: T1 to T4, T11 and T12, and how far people have changed. */
export const planActs: readonly ActForm[] = [
  {
    key: 'promise', label: 'Promise', about: 'What the benefit is to bring in each period. It needs an owner and a measure.', right: 'record_value',
    fields: (_, { benefit }) => [lines(benefit?.unit ?? '', 'Negative for a disbenefit.'), evidence],
    send: (acts, entered, _, { benefit }) => acts.promise({ body: { benefitId: benefit?.id ?? '', lines: linesIn(entered, benefit?.unit ?? ''), ...given('evidence', entered.text['evidence']) } }),
  },
  {
    key: 'approve', label: 'Approve or decline', about: 'What of the promise becomes its baseline. The first approval is the original baseline for ever; a later one is a change.', right: 'decide',
    fields: (_, { benefit }) => [lines(benefit?.unit ?? '', 'It begins with what is promised and not decided.', true), { kind: 'area', key: 'reason', label: 'Reason', hint: 'A change of the baseline is shown with it.' }, evidence],
    start: (setting, { benefit }) => ({ ...blank, lines: standing(setting, 'A10', benefit?.unit ?? '') }),
    send: (acts, entered, _, { benefit }) => {
      const unit = benefit?.unit ?? ''
      const approved = entered.lines.map(({ of, amount, declined }) => ({ period: of, amount: leastOf(amount, unit) ?? '0', ...given('declined', leastOf(declined, unit)) }))
      return acts.approve({ body: { benefitId: benefit?.id ?? '', lines: approved, ...given('reason', entered.text['reason']), ...given('evidence', entered.text['evidence']) } })
    },
  },
  {
    key: 'forecast', label: 'Expect more or less', about: 'By how much the benefit is expected to differ from its baseline in open periods.', right: 'record_value',
    fields: (_, { benefit }) => [lines(benefit?.unit ?? '', 'Below zero where less is expected.'), reason, evidence],
    send: (acts, entered, _, { benefit }) => acts.forecast({ body: { benefitId: benefit?.id ?? '', lines: linesIn(entered, benefit?.unit ?? ''), ...given('reason', entered.text['reason']), ...given('evidence', entered.text['evidence']) } }),
  },
  {
    key: 'deliver', label: 'Delivered', about: 'The change is there and accepted, so that value can flow and be claimed.', right: 'record_value', files: true,
    fields: (_, { benefit }) => [lines(benefit?.unit ?? '', 'It begins with what is approved and not delivered.'), { ...evidence, label: 'Who accepted what', required: true } as Field],
    start: (setting, { benefit }) => ({ ...blank, lines: standing(setting, 'A20', benefit?.unit ?? '') }),
    send: (acts, entered, _, { benefit }) => acts.deliver({ body: { benefitId: benefit?.id ?? '', lines: linesIn(entered, benefit?.unit ?? ''), ...given('evidence', entered.text['evidence']) } }),
  },
  {
    key: 'adoption', label: 'Record adoption', about: 'How far those who have to change have changed. A claim goes no further than that.', right: 'record_value',
    fields: (setting) => [
      { kind: 'select', key: 'period', label: 'Period', options: periodChoices(setting), required: true },
      { kind: 'number', key: 'planned', label: 'Planned by then', unit: '%', min: 0.0001, max: 100, required: true }, { kind: 'number', key: 'reached', label: 'Reached', unit: '%', min: 0, max: 100, required: true },
    ],
    send: (acts, { text }, _, { benefit }) => acts.adoption({ body: { benefitId: benefit?.id ?? '', period: text['period'] ?? '', planned: millionthsOf(text['planned']) ?? 0, reached: millionthsOf(text['reached']) ?? 0 } }),
  },
  {
    key: 'circumstances', label: 'Say how it is claimed', about: 'None of it can be seen in the figures. What may mislead is flagged where claims are looked at; nothing is refused for it.', right: 'record_value',
    fields: (_, { benefit }) => [
      { kind: 'select', key: 'nature', label: 'What it is', options: [{ value: 'saving', label: 'Spent less than before' }, { value: 'avoided_cost', label: 'Not spent at all: an avoided cost' }, { value: 'avoided_loss', label: 'Not lost: an avoided loss' }], required: true },
      { kind: 'check', key: 'calledRunRate', label: 'It is spoken of as what comes each year' },
      { kind: 'text', key: 'priceBasis', label: 'Prices', hint: 'nominal, as amounts of the ledger are, or real with its year.', required: true },
      { kind: 'amount', key: 'exchangePart', label: 'Of the claims from exchange rates', unit: benefit?.unit ?? '', rare: true }, { kind: 'text', key: 'probabilityOn', label: 'Chance of the loss recorded on', hint: 'A day such as 2026-03-31; of an avoided loss only.', rare: true },
    ],
    start: () => ({ ...blank, text: { nature: 'saving', priceBasis: 'nominal' } }),
    send: (acts, { text, on }, _, { benefit }) => acts.circumstances({ body: {
      benefitId: benefit?.id ?? '', nature: (text['nature'] ?? 'saving') as 'saving', calledRunRate: on['calledRunRate'] === true, priceBasis: text['priceBasis'] ?? 'nominal', probabilityOn: text['probabilityOn']?.trim() ? text['probabilityOn'].trim() : null,
      ...given('exchangePart', leastOf(text['exchangePart'], benefit?.unit ?? '')),
    } }),
  },
  {
    key: 'transfer', label: 'Move in time', about: 'An approved amount is expected in another period. The promise stays; against its period nothing was kept.', right: 'record_value',
    fields: (setting, { benefit }) => [
      { kind: 'place', key: 'period', label: 'From', code: 'A20', unit: benefit?.unit ?? '', required: true }, { kind: 'select', key: 'to', label: 'To', options: periodChoices(setting), required: true },
      { kind: 'amount', key: 'amount', label: 'Amount', unit: benefit?.unit ?? '', required: true }, reason,
    ],
    send: (acts, { text }, _, { benefit }) => acts.transfer({ body: { benefitId: benefit?.id ?? '', from: text['period'] ?? '', to: text['to'] ?? '', amount: leastOf(text['amount'], benefit?.unit ?? '') ?? '0', ...given('reason', text['reason']) } }),
  },
  {
    key: 'write_off', label: 'Give up', about: 'What is promised, approved or delivered is waived by a decision. It stays in sight as given up.', right: 'decide', tone: 'danger',
    fields: (_, { benefit }) => [
      { kind: 'select', key: 'from', label: 'What is given up', options: [{ value: 'promised', label: 'What is promised' }, { value: 'approved', label: 'What is approved' }, { value: 'delivered', label: 'What is delivered' }], required: true },
      lines(benefit?.unit ?? '', 'It begins with what is approved.'), { kind: 'text', key: 'decision', label: 'Decision', hint: 'Which one: board, date, number.', required: true }, reason,
    ],
    start: (setting, { benefit }) => ({ ...blank, text: { from: 'approved' }, lines: standing(setting, 'A20', benefit?.unit ?? '') }),
    send: (acts, entered, _, { benefit }) => acts.writeOff({ body: { benefitId: benefit?.id ?? '', from: entered.text['from'] as 'promised', lines: linesIn(entered, benefit?.unit ?? ''), ...given('decision', entered.text['decision']), ...given('reason', entered.text['reason']) } }),
  },
]
