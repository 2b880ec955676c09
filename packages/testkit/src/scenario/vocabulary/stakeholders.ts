import { valueRoutes, type StakeholderValue } from '@throughline/contract/value'
import { checkSame, checkTable, words } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { nobodysId } from './find.ts'

/** Sentences about whom the benefits of the ledger go to. */
export const stakeholderSentences: readonly Sentence[] = [
  does('{person} says whom {text} goes to', async ({ world, table }, person, name) => {
    const { benefits } = await world.home.viewer.read(valueRoutes.readRegister, {})
    const shares = Object.fromEntries(present(table, 'table of classes').map(({ class: one = '', share = '' }) => [one, Math.round(Number(share) * 1_000_000)]))
    await act(world, person, valueRoutes.splitBenefit, { body: { benefitId: benefits.find((one) => one.name === name)?.id ?? nobodysId, shares } })
  }),
  checks('value by stakeholder reads', async ({ world, table }) => checkTable('value by stakeholder', table, rowsOf(await readClasses(world)), columns)),
  checks('neglected is {text}', async ({ world }, said) => checkSame('who is neglected', ((await readClasses(world)).alerts ?? []).map(({ words: one }) => one).join('; ') || 'nobody', said)),
]

const readClasses = ({ home }: World): Promise<StakeholderValue> => home.viewer.read(valueRoutes.readStakeholderValue, {})

type Row = Pick<StakeholderValue['units'][number]['total'], 'promised' | 'claimed' | 'verified'> & { readonly unit: string; readonly whom: string }
/** Classes of which there is anything, and their total. */
const rowsOf = ({ units }: StakeholderValue): readonly Row[] => units.flatMap(({ unit, classes, total }) => [...classes.flatMap((one): Row[] => (one.benefits === 0 ? [] : [{ ...one, unit, whom: one.class ?? 'not said' }])), { ...total, unit, whom: 'everybody' }])
const euros = (minor: string): string => String(Number(minor) / 100)
const columns = {
  unit: words<Row>(({ unit }) => unit), class: words<Row>(({ whom }) => whom), promised: words<Row>(({ promised }) => euros(promised.net)), claimed: words<Row>(({ claimed }) => euros(claimed.net)), verified: words<Row>(({ verified }) => euros(verified.net)),
  gains: words<Row>(({ promised }) => euros(promised.gains)), bears: words<Row>(({ promised }) => euros(promised.bears)),
}
