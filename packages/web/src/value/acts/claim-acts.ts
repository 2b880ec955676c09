import { adjusting, given, leastOf, periodChoices, type ActForm, type Field, type Setting, type Subject } from './form.ts'

const reason: Field = { kind: 'area', key: 'reason', label: 'Reason', required: true }
const unitOf = ({ benefit }: Subject): string => benefit?.unit ?? ''
const amount = (subject: Subject, label = 'Amount'): Field => ({ kind: 'amount', key: 'amount', label, unit: unitOf(subject), required: true })
/** Where an act of these posts: benefit, period, amount, and whether it adjusts a closed period. */
const place = (text: Readonly<Record<string, string>>, setting: Setting, subject: Subject) => ({ benefitId: subject.benefit?.id ?? '', period: text['period'] ?? '', amount: leastOf(text['amount'], unitOf(subject)) ?? '0', ...adjusting(setting, text['period']) })
const others = ({ register }: Setting, { benefit }: Subject, fits: (unit: string) => boolean) => register.benefits.filter(({ id, unit }) => id !== benefit?.id && fits(unit)).map(({ id, name, initiative }) => ({ value: id, label: `${name}, ${initiative}` }))

/** What is done with measured movement: T6 to T9 and the conversion of hours. */
export const claimActs: readonly ActForm[] = [
  {
    key: 'claim', label: 'Claim', about: 'A part of what the measure moved in a period that is over. The pool, the share agreed, adoption and the accounts above cap it; a claim that is refused says by which rule and with which figures.', right: 'record_value', files: true,
    fields: (setting, subject) => [
      { kind: 'select', key: 'period', label: 'Period', options: periodChoices(setting, 'over'), required: true }, { kind: 'pool', key: 'pool', label: 'Left to claim', unit: unitOf(subject), initiativeId: subject.benefit?.initiativeId ?? '' }, amount(subject),
      { kind: 'check', key: 'upToCap', label: 'Post what is allowed, and say what was withheld' },
      { kind: 'area', key: 'evidence', label: 'Evidence', hint: 'What shows it: the source, the report, an address on the web.', required: true },
      { kind: 'text', key: 'early', rare: true, label: 'Evidence that it came before delivery', hint: 'Only where nothing is delivered yet.' },
      { kind: 'select', key: 'offset', rare: true, label: 'Whose benefit moved it the other way', hint: 'Only for more than the net movement: their negative claim is posted with it.', options: [{ value: '', label: 'Nobody’s' }, ...others(setting, subject, (unit) => unit === unitOf(subject))] },
      { kind: 'amount', key: 'offsetAmount', rare: true, label: 'Their negative claim', unit: unitOf(subject) }, { kind: 'number', key: 'level', rare: true, label: 'Level of evidence on both sides', min: 0, max: 5 },
    ],
    send: (acts, { text, on }, setting, subject) => {
      const level = text['level'] ? Number(text['level']) : undefined
      const offset = text['offset'] ? { offset: { benefitId: text['offset'], amount: leastOf(text['offsetAmount'], unitOf(subject)) ?? '0', evidenceLevel: level ?? 0 } } : {}
      return acts.claim({ body: { ...place(text, setting, subject), ...(on['upToCap'] ? { upToCap: true } : {}), ...given('evidence', text['evidence']), ...given('earlyEvidence', text['early']), ...(level === undefined ? {} : { evidenceLevel: level }), ...offset } })
    },
  },
  {
    key: 'verify', label: 'Verify', about: 'You have looked at a sample of the evidence. Whoever claimed it, owns the benefit, works on the initiative, or is within two levels of their line is refused by name.', right: 'verify_value', files: true,
    fields: (_, subject) => [{ kind: 'place', key: 'period', label: 'Waiting for verification', code: 'R10', unit: unitOf(subject), required: true }, amount(subject), { kind: 'area', key: 'sample', label: 'Which sample was looked at', required: true }],
    send: (acts, { text }, setting, subject) => acts.verify({ body: { ...place(text, setting, subject), ...given('sample', text['sample']), ...given('evidence', text['evidence']) } }),
  },
  {
    key: 'disallow', label: 'Disallow', about: 'What could not be shown goes back to the pool.', right: 'verify_value', tone: 'danger',
    fields: (_, subject) => [{ kind: 'place', key: 'period', label: 'Waiting for verification', code: 'R10', unit: unitOf(subject), required: true }, amount(subject), reason],
    send: (acts, { text }, setting, subject) => acts.disallow({ body: { ...place(text, setting, subject), ...given('reason', text['reason']) } }),
  },
  {
    key: 'bank', label: 'Bank', about: 'Verified cash, on a budget line that was lowered for it. Record the lowered budget first.', right: 'verify_value',
    fields: (_, subject) => [
      { kind: 'place', key: 'period', label: 'Verified and not banked', code: 'R20', unit: unitOf(subject), required: true }, amount(subject),
      { kind: 'text', key: 'budgetLine', label: 'Budget line', required: true }, { kind: 'text', key: 'approvedBy', label: 'Approved in finance by', required: true },
    ],
    send: (acts, { text }, setting, subject) => {
      const { benefitId, period, amount: banked, ...adjusts } = place(text, setting, subject)
      return acts.bank({ body: { benefitId, period, ...adjusts, lines: [{ budgetLine: (text['budgetLine'] ?? '').trim(), amount: banked }], ...given('approvedBy', text['approvedBy']) } })
    },
  },
  {
    key: 'convert', label: 'Convert into cash', about: 'Verified hours become a claim on a cash pool, once. The cash has to have moved there: a conversion alone brings none.', right: 'verify_value',
    fields: (setting, subject) => [
      { kind: 'place', key: 'period', label: 'Verified', code: 'R20', unit: unitOf(subject), required: true }, amount(subject, 'How much of it'),
      { kind: 'select', key: 'into', label: 'Into the benefit', options: others(setting, subject, (unit) => unit.endsWith('.cash')), required: true }, { kind: 'amount', key: 'cash', label: 'Cash', unit: `${setting.currency}.cash`, required: true },
      { kind: 'text', key: 'early', rare: true, label: 'Evidence that the cash came before delivery', hint: 'Only where nothing is delivered yet.' },
    ],
    send: (acts, { text }, setting, subject) => {
      const into = setting.register.benefits.find(({ id }) => id === text['into'])
      return acts.convert({ body: { ...place(text, setting, subject), into: { benefitId: into?.id ?? '', period: text['period'] ?? '', amount: leastOf(text['cash'], into?.unit ?? '') ?? '0', ...given('earlyEvidence', text['early']) } } })
    },
  },
]
