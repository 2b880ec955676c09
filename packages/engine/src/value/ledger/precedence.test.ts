import { expect, it } from 'vitest'
import { emptyBook, post, postTo, viewOf, type Act, type Adoption, type BenefitTerms, type Book, type Claim, type LedgerTerms } from './index.ts'
import { benefitTerms, measureTerms, moving, smallWorld } from './testing/small-world.ts'

/** What stands between a claim and the ledger: everything at first, and one thing less at each step. */
type Situation = { readonly book: Book; readonly claim: Partial<Claim>; readonly today: string; readonly benefit: Partial<BenefitTerms>; readonly assist: boolean; readonly share: bigint; readonly adoption: Adoption | undefined }

const doing = (place: number) => ({ id: `e${place}`, recordedAt: '2026-03-15T00:00:00Z', by: 'clerk' })
const bookOf = (acts: readonly Act[]): Book => acts.reduce((book, act) => {
  const next = postTo(book, smallWorld, act)
  if (!next.ok) throw new Error(next.refusal.code)
  return next.value
}, emptyBook)
const closed = bookOf([{ ...doing(0), kind: 'close', periodId: '1', open: [] }])
/** m1 moved by 100 and the account above by 70; P has claimed 60 of both. */
const drawn = bookOf([
  { ...doing(0), kind: 'measure', measureId: 'm1', periodId: '1', measurement: moving(100n) },
  { ...doing(1), kind: 'measure', measureId: 'root', periodId: '1', measurement: moving(70n) },
  { ...doing(2), kind: 'realise', benefitId: 'p', periodId: '1', amount: 60n, earlyEvidence: 'Seen' },
])

function refusalOf({ book, claim, today, benefit, assist, share, adoption }: Situation): string {
  const base = smallWorld.measures.get('m1')
  const terms: LedgerTerms = {
    ...smallWorld, today,
    benefits: new Map([...smallWorld.benefits, ['x', benefitTerms('x', 'X', 'm1', 'EUR.cash', { needsAdoption: true, adoptionBy: ['Offices'], ...benefit })]]),
    initiatives: new Map([...smallWorld.initiatives, ['X', { id: 'X', name: 'X', assist, team: [] }]]),
    measures: new Map([...smallWorld.measures, ['m1', measureTerms('m1', 'EUR.cash', share === 0n ? {} : { X: share }, { above: base?.above ?? [] })]]),
    adoption: new Map(adoption ? [['x 1', adoption]] : []),
  }
  const entry = post(viewOf(book), terms, { ...doing(9), kind: 'realise', benefitId: 'x', periodId: '1', amount: 1000n, ...claim })
  return entry.ok ? 'done' : entry.refusal.code
}

it('a claim that breaks every rule is refused by the first of those that are left, in the order that is promised', () => {
  const offset = { benefitId: 'harm', amount: 1n, evidenceLevel: 2 }
  let situation: Situation = { book: closed, claim: { benefitId: 'nobody', amount: 0n, offset }, today: '2026-01-15', benefit: { unit: 'hour', sharesPathWith: ['p'] }, assist: true, share: 0n, adoption: undefined }
  const steps: readonly (readonly [string, Partial<Situation>])[] = [
    ['benefit_unknown', { claim: { amount: 0n, offset } }],
    ['amount_wrong', { claim: { offset } }],
    ['period_closed', { book: emptyBook }],
    ['period_in_future', { today: '2026-03-15' }],
    ['unit_differs', { benefit: { unit: 'EUR.noncash', sharesPathWith: ['p'] } }],
    ['cash_class_differs', { benefit: { sharesPathWith: ['p'] } }],
    ['actual_missing', { book: drawn }],
    ['chain_counted_twice', { benefit: {} }],
    ['assist_without_share', { assist: false }],
    ['not_delivered', { claim: { offset, earlyEvidence: 'Seen' } }],
    ['evidence_too_weak', { claim: { earlyEvidence: 'Seen' } }],
    ['adoption_missing', { adoption: { planned: 800_000n, reached: 400_000n } }],
    ['adoption_short', { adoption: { planned: 800_000n, reached: 800_000n } }],
    ['cap_contract', { share: 1_000_000n, claim: { earlyEvidence: 'Seen', amount: 100n } }],
    ['pool_short', { claim: { earlyEvidence: 'Seen', amount: 30n } }],
    ['ancestor_short', { claim: { earlyEvidence: 'Seen', amount: 10n } }],
  ]
  for (const [code, mended] of steps) {
    expect(refusalOf(situation)).toBe(code)
    situation = { ...situation, ...mended }
  }
  expect(refusalOf(situation)).toBe('done')
})
