import { valueRoutes, type ClassSplit, type DividedBenefit, type StakeholderValue, type UnitClassValue } from '@throughline/contract/value'
import { classValueStages, classWords, stakeholderClasses, type ClassValueStage, type StakeholderClass } from '@throughline/engine/value'
import { UsageError, wordAt, type Command } from '../terminal/command.ts'
import { explanationLines } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'
import { amountText } from './ledger-amounts.ts'

const show: Command = {
  name: 'value stakeholders',
  summary: 'Whom benefits and disbenefits of the ledger go to, by class and unit, and which class is neglected',
  options: { stage: { about: `${classValueStages.join(', ')} (claimed unless said)`, takes: 'word' }, benefits: { about: 'Each benefit with whom it goes to' }, why: { about: 'Explain each class' } },
  run: async (typed, { call, print }) => {
    const stage = classValueStages.find((one) => one === (typed.one('stage') ?? 'claimed'))
    if (!stage) throw new UsageError(`Found --stage ${typed.one('stage')}; expected ${classValueStages.join(', ')}.`)
    const found = await call(valueRoutes.readStakeholderValue, {})
    print.answer(found, () => [
      ...(found.units.length === 0 ? ['Nothing is promised or claimed in the ledger.'] : found.units.flatMap((unit) => unitLines(unit, stage, typed.on('why')))),
      ...alertLines(found), ...(typed.on('benefits') ? ['', ...benefitLines(found.benefits)] : []),
    ])
  },
}

type Row = { readonly whom: string; readonly benefits: number; readonly gains: string; readonly bears: string; readonly net: string }

function unitLines({ unit, classes, total }: UnitClassValue, stage: ClassValueStage, why: boolean): readonly string[] {
  const rows: readonly Row[] = [...classes.map((one) => ({ whom: nameOf(one.class), benefits: one.benefits, ...one[stage] })), { whom: 'Everybody', benefits: total.benefits, ...total[stage] }]
  return [
    ...tableLines<Row>(rows, [
      { head: `${unit}, ${stage}`, of: ({ whom }) => whom }, { head: 'Benefits', of: ({ benefits }) => String(benefits), right: true }, { head: 'Gains', of: ({ gains }) => amountText(gains, unit), right: true }, { head: 'Bears', of: ({ bears }) => amountText(bears, unit), right: true },
      { head: 'Net', of: ({ net }) => amountText(net, unit), right: true },
    ]),
    ...(why ? classes.flatMap((one) => (one.benefits === 0 ? [] : explanationLines(one.why[stage]))) : []), '',
  ]
}

function alertLines({ alerts, said, benefits }: StakeholderValue): readonly string[] {
  if (alerts === null) return ['Nobody has said whom any benefit goes to: value split.']
  return [...alerts.map(({ words, at }) => (at ? `${words}: ${amountText(at.net, at.unit)} ${at.unit} ${at.stage}.` : `${words}.`)), `Of ${said} of ${benefits.length} benefits somebody has said whom they go to.`]
}

const benefitLines = (benefits: readonly DividedBenefit[]): readonly string[] => tableLines(benefits, [
  { head: 'Benefit', of: ({ benefit }) => benefit, widest: 40 }, { head: 'Initiative', of: ({ initiative }) => initiative, widest: 30 }, { head: 'Promised', of: ({ promised, unit }) => amountText(promised, unit), right: true }, { head: 'Goes to', of: ({ split }) => (split ? splitText(split.shares) : '(nobody has said)'), widest: 60 },
])
const nameOf = (one: StakeholderClass | null): string => (one === null ? 'Not said' : classWords[one])
const splitText = (shares: ClassSplit): string => stakeholderClasses.flatMap((one) => (shares[one] ? [`${one} ${shares[one] / 10_000} %`] : [])).join(', ')

const split: Command = {
  name: 'value split',
  usage: '<benefit> <class=percent> …',
  summary: 'Say whom a benefit goes to, in percent that sum to 100; none takes it back',
  options: { because: { about: 'Why', takes: 'text' } },
  run: async (typed, { call, print }) => {
    const { benefits } = await call(valueRoutes.readRegister, {})
    const benefit = oneOf('benefit', benefits, wordAt(typed, 0, 'benefit'), ({ name }) => [name])
    const shares = wordAt(typed, 1, 'class with its percent') === 'none' ? {} : sharesOf(typed.words.slice(1))
    await call(valueRoutes.splitBenefit, { body: { benefitId: benefit.id, shares, reason: typed.one('because') ?? '' } })
    print.answer({ benefitId: benefit.id, shares }, () => [Object.keys(shares).length === 0 ? `Nobody has said any more whom ${benefit.name} goes to.` : `${benefit.name} goes to ${splitText(shares)}.`])
  },
}

/** `customers=60 employees=40` as millionths. */
function sharesOf(words: readonly string[]): ClassSplit {
  return Object.fromEntries(words.map((word) => {
    const [name, percent] = word.split('=')
    const one = stakeholderClasses.find((each) => each === name)
    if (!one || percent === undefined || !/^\d{1,3}(\.\d{1,4})?$/.test(percent)) throw new UsageError(`Found ${word}; expected a class and its percent such as customers=60, of ${stakeholderClasses.join(', ')}.`)
    return [one, Math.round(Number(percent) * 10_000)]
  }))
}

/** Whom value goes to. */
export const stakeholderCommands: readonly Command[] = [show, split]
