import { governanceRoutes, type InitiativeMethods, type MethodKind, type MethodLibrary, type MethodLine, type MethodSheet, type MethodUse, type NewMethodItem, type UseVerdict } from '@throughline/contract/governance'
import { methodKinds, useVerdicts } from '@throughline/engine/governance'
import { checkSame, checkTable, number, theOne, words } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { findInitiative } from './find.ts'

/** Sentences about the method library: what there is to work with, how it is rated, and where it is used. */
export const methodSentences: readonly Sentence[] = [
  does('{person} adds the {word} {text} for {text}', ({ world }, person, kind, name, whenToUse) => act(world, person, governanceRoutes.addMethodItem, { body: itemOf(name, kindOf(kind), whenToUse) })),
  does('{person} loads the methods {text}', ({ world }, person, names) => act(world, person, governanceRoutes.importMethods, { body: { items: names.split(', ').map((name) => itemOf(name, 'method', 'As the list says')) } })),
  does('{person} publishes the method {text}', async ({ world }, person, name) => {
    const { id, version } = await findItem(world, name)
    await act(world, person, governanceRoutes.publishMethodItem, { params: { id }, body: { version, reason: 'It proved its worth' } })
  }),
  does('{person} retires the method {text} because {text}', async ({ world }, person, name, reason) => {
    const { id, version } = await findItem(world, name)
    await act(world, person, governanceRoutes.retireMethodItem, { params: { id }, body: { version, reason } })
  }),
  does('{person} retires the method {text} for {text} because {text}', async ({ world }, person, name, successor, reason) => {
    const { id, version } = await findItem(world, name)
    await act(world, person, governanceRoutes.retireMethodItem, { params: { id }, body: { version, reason, successorId: (await findItem(world, successor)).id } })
  }),
  does('{person} has the method {text} followed by {text}', async ({ world }, person, name, successor) => {
    const { id, version } = await findItem(world, name)
    await act(world, person, governanceRoutes.setMethodSuccessor, { params: { id }, body: { version, successorId: (await findItem(world, successor)).id } })
  }),
  does('{person} rates the method {text} with {number} because {text}', async ({ world }, person, name, rating, said) => act(world, person, governanceRoutes.rateMethodItem, { params: { id: (await findItem(world, name)).id }, body: { rating, words: said } })),
  does('{person} uses the method {text} in {text} from {date}', async ({ world }, person, name, initiative, begunOn) =>
    act(world, person, governanceRoutes.useMethodItem, { params: { id: (await findInitiative(world, initiative)).id }, body: { itemId: (await findItem(world, name)).id, begunOn, purpose: `${initiative} needs it` } })),
  does('{person} ends the use of {text} in {text} on {date}: it {word}', async ({ world }, person, name, initiative, on, verdict) => {
    const { id } = await findInitiative(world, initiative)
    const use = present((await methodsOf(world, id)).uses.find(({ item }) => item.name === name), `use of ${name}`)
    await act(world, person, governanceRoutes.endMethodUse, { params: { id, useId: use.id }, body: { version: use.version, on, verdict: verdictOf(verdict), words: 'As the team said' } })
  }),
  checks('the method library reads', async ({ world, table }) => checkTable('items', table, (await libraryOf(world)).items, lineColumns)),
  checks('the method library finds for {text}', async ({ world, table }, find) => checkTable('items', table, (await libraryOf(world, { find })).items, lineColumns)),
  checks('{text} leads to {text}', async ({ world }, name, successor) => checkSame('where it leads', (await world.home.viewer.read(governanceRoutes.readMethodItem, { params: { id: (await findItem(world, name)).id } })).name, successor)),
  checks('{text} uses of the method library', async ({ world, table }, initiative) => checkTable('uses', table, (await methodsOf(world, (await findInitiative(world, initiative)).id)).uses, useColumns)),
]

const itemOf = (name: string, kind: MethodKind, whenToUse: string): NewMethodItem => ({ name, kind, whenToUse, whenNot: '', guidance: '', examples: [], templates: [], themes: [], elements: [], serviceIds: [] })
const kindOf = (word: string): MethodKind => present(methodKinds.find((one) => one === word), `kind ${word}, of ${methodKinds.join(', ')}`)
const verdictOf = (word: string): UseVerdict => present(useVerdicts.find((one) => one === word), `verdict ${word}, of ${useVerdicts.join(', ')}`)
const lineColumns = {
  item: words<MethodLine>((one) => one.name), kind: words<MethodLine>((one) => one.kind), state: words<MethodLine>((one) => one.state), points: number<MethodLine>((one) => one.points?.metric), rated: words<MethodLine>(({ ratings }) => ratings.rated),
  ratings: words<MethodLine>(({ ratings }) => ratings.classes.map(({ count }) => count).join(' ')), median: number<MethodLine>(({ ratings }) => ratings.median.metric), uses: number<MethodLine>(({ usage }) => usage.uses.metric), initiatives: words<MethodLine>(({ usage }) => usage.initiatives), running: words<MethodLine>(({ usage }) => usage.running),
}
const useColumns = { item: words<MethodUse>(({ item }) => item.name), state: words<MethodUse>(({ item }) => item.state), since: words<MethodUse>((one) => one.begunOn), ended: words<MethodUse>(({ ended }) => ended?.on), verdict: words<MethodUse>(({ ended }) => ended?.verdict) }

const libraryOf = ({ home }: World, query: { readonly find?: string } = {}): Promise<MethodLibrary> => home.viewer.read(governanceRoutes.readMethodLibrary, { query })
const methodsOf = ({ home }: World, id: string): Promise<InitiativeMethods> => home.viewer.read(governanceRoutes.readInitiativeMethods, { params: { id } })
/** The item of a name, a retired one among them. */
async function findItem({ home }: World, name: string): Promise<MethodSheet> {
  const all = (await Promise.all((['draft', 'published', 'retired'] as const).map((state) => home.viewer.read(governanceRoutes.readMethodLibrary, { query: { state } })))).flatMap(({ items }) => items)
  return home.viewer.read(governanceRoutes.readMethodItem, { params: { id: theOne('item', all, (one) => one.name, name).id }, query: { retired: true } })
}
