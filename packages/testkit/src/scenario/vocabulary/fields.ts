import { demandRoutes, type CustomField, type View } from '@throughline/contract/demand'
import { checkSame, theOne } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, type World } from '../world.ts'
import { findInitiative } from './find.ts'

/** Sentences about fields that an organisation added, about views, and about many cells at once. */
export const fieldSentences: readonly Sentence[] = [
  does('{person} asks for the initiatives whose rating is at least {text}', ({ world }, person, level) =>
    act(world, person, demandRoutes.readWindow, { query: { ask: JSON.stringify({ filters: [{ field: 'rating', op: 'at_least', values: [level] }] }) } })),
  does('{person} adds the field {text} of the kind {text}', ({ world }, person, name, kind) => act(world, person, demandRoutes.createField, { body: { name, kind: kind as CustomField['kind'] } })),
  does('{person} adds the field {text} with the choices {names}', ({ world }, person, name, choices) => act(world, person, demandRoutes.createField, { body: { name, kind: 'choice', choices: [...choices] } })),
  does('{person} leaves the field {text} only the choices {names}', async ({ world }, person, name, choices) => {
    const { id, version } = await findField(world, name)
    await act(world, person, demandRoutes.changeField, { params: { id }, body: { version, choices: [...choices] } })
  }),
  does('{person} gives {text} the value {text} in the field {text}', async ({ world }, person, initiative, value, field) => {
    const { id, version } = await findInitiative(world, initiative)
    await act(world, person, demandRoutes.changeCells, { body: { changes: [{ id, version, field: `custom:${(await findField(world, field)).id}`, value }] } })
  }),
  does('{person} keeps the view {text}', ({ world }, person, name) => keepView(world, person, name, 'private')),
  does('{person} shares the view {text}', ({ world }, person, name) => keepView(world, person, name, 'shared')),
  does('{person} keeps the view {text} of {count} letters', ({ world }, person, name, letters) => keepView(world, person, name, 'private', { note: 'x'.repeat(letters) })),
  does('{person} renames the shared view {text} to {text}', async ({ world }, person, name, other) => {
    const { id, version } = await findSharedView(world, name)
    await act(world, person, demandRoutes.changeView, { params: { id }, body: { version, name: other } })
  }),

  checks('{text} has the value {text} in the field {text}', async ({ world }, initiative, value, field) => checkSame(`value of ${field}`, (await findInitiative(world, initiative)).custom[(await findField(world, field)).id], value)),
  checks('there are {count} fields', async ({ world }, count) => checkSame('number of fields', (await world.home.viewer.read(demandRoutes.listFields, {})).length, count)),
  checks('the viewer sees {count} views', async ({ world }, count) => checkSame('number of views', (await listViews(world)).length, count)),
]

const keepView = (world: World, person: Parameters<typeof act>[1], name: string, sharing: View['sharing'], look: View['look'] = {}) => act(world, person, demandRoutes.createView, { body: { list: 'initiatives', name, look, sharing } })
const findField = async ({ home }: World, name: string): Promise<CustomField> => theOne('field', await home.viewer.read(demandRoutes.listFields, {}), (field) => field.name, name)
const listViews = ({ home }: World): Promise<View[]> => home.viewer.read(demandRoutes.listViews, { query: { list: 'initiatives' } })
const findSharedView = async (world: World, name: string): Promise<View> => theOne('view', await listViews(world), (view) => view.name, name)
