import { strategyRoutes, versionRoutes, type ReadingItem, type SourceItem, type SourceText, type StrategyIntake, type UnclearPoint } from '@throughline/contract/strategy'
import { placesOf } from '@throughline/engine/strategy'
import { checkTable, number, theOne, words } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { findObjective } from './find.ts'

/** Sentences about documents that the strategy was read from, what objectives rest on in them, and whether they were read rightly. */
export const intakeSentences: readonly Sentence[] = [
  does('{person} records the source {text} of {date} which says {text}', ({ world }, person, title, issuedOn, text) => act(world, person, strategyRoutes.recordSource, { body: { title, issuedOn, text } })),
  does('{person} records the edition of {date} of {text} which says {text}', async ({ world }, person, issuedOn, title, text) => act(world, person, strategyRoutes.recordSource, { body: { title, issuedOn, text, editionOf: (await sourceOf(world, title)).id } })),
  does('{person} cites {text} of {text} for {text}', async ({ world }, person, quote, title, objective) => {
    const { id, text } = await sourceOf(world, title)
    const { from, to } = present(placesOf(text, quote)[0], `“${quote}” in ${title}`)
    await act(world, person, strategyRoutes.citePassage, { body: { objectiveId: (await readingOf(world, objective)).objectiveId, sourceId: id, from, to, quote: text.slice(from, to) } })
  }),
  does('{person} cites {text} of {text} for {text} as its first words', async ({ world }, person, quote, title, objective) =>
    act(world, person, strategyRoutes.citePassage, { body: { objectiveId: (await readingOf(world, objective)).objectiveId, sourceId: (await sourceOf(world, title)).id, from: 0, to: quote.length, quote } })),
  does('{person} cites {text} no longer for {text}', async ({ world }, person, quote, objective) => {
    const { id, version } = theOne('passage', (await readingOf(world, objective)).passages, (one) => one.quote, quote)
    await act(world, person, strategyRoutes.withdrawPassage, { params: { id }, query: { version } })
  }),
  does('{person} confirms the reading of {text}', async ({ world }, person, objective) => {
    const { objectiveId, of, seen } = await readingOf(world, objective)
    await act(world, person, strategyRoutes.reviewReading, { body: { objectiveId, of, seen, verdict: 'confirmed' } })
  }),
  does('{person} confirms the reading of {text} as it was before', async ({ world }, person, objective) => {
    const { objectiveId, of } = await readingOf(world, objective)
    await act(world, person, strategyRoutes.reviewReading, { body: { objectiveId, of, seen: '0'.repeat(64), verdict: 'confirmed' } })
  }),
  does('{person} questions the reading of {text} because {text}', async ({ world }, person, objective, point) => {
    const { objectiveId, of, seen } = await readingOf(world, objective)
    await act(world, person, strategyRoutes.reviewReading, { body: { objectiveId, of, seen, verdict: 'questioned', point } })
  }),
  does('{person} answers what is unclear {text} with {text}', async ({ world }, person, point, words) => act(world, person, strategyRoutes.answerPoint, { params: { id: theOne('unclear point', (await intakeOf(world)).unclear, (one) => one.point, point).id }, body: { words } })),
  does('{person} says that the mission is {text}', async ({ world }, person, mission) => {
    const { version } = await world.home.viewer.read(strategyRoutes.readStrategy, {})
    await act(world, person, strategyRoutes.changeStrategy, { body: { version, mission } })
  }),
  does('{person} rewords {text} as {text}', async ({ world }, person, before, statement) => {
    const { id, version } = await findObjective(world, before)
    await act(world, person, strategyRoutes.changeObjective, { params: { id }, body: { version, statement } })
  }),
  does('{person} rewords {text} as {text} in the draft', async ({ world }, person, before, statement) => {
    const { id } = present((await world.home.viewer.read(versionRoutes.listVersions, {}))[0], 'version of the strategy')
    const { version, content } = await world.home.viewer.read(versionRoutes.readVersion, { params: { id } })
    const { key } = theOne('objective', content.objectives, (one) => one.statement, before)
    await act(world, person, versionRoutes.changeDraft, { params: { id }, body: { version, setObjectives: [{ key, statement }] } })
  }),
  checks('the readings are', async ({ world, table }) => checkTable('readings', table, (await intakeOf(world)).items, readingColumns)),
  checks('what is unclear reads', async ({ world, table }) => checkTable('unclear points', table, (await intakeOf(world)).unclear, pointColumns)),
  checks('the sources read', async ({ world, table }) => checkTable('sources', table, (await intakeOf(world)).sources, sourceColumns)),
]

const readingColumns = {
  objective: words<ReadingItem>((one) => one.statement), of: words<ReadingItem>((one) => one.of), standing: words<ReadingItem>((one) => one.standing), passages: words<ReadingItem>((one) => one.passages.length),
  changes: words<ReadingItem>((one) => one.changes.join(', ') || 'none'),
}
const pointColumns = { point: words<UnclearPoint>((one) => one.point), objective: words<UnclearPoint>((one) => one.statement), 'changed since': words<UnclearPoint>((one) => (one.changedSince ? 'yes' : 'no')), answer: words<UnclearPoint>((one) => one.answers.map((each) => `${each.words} (${each.by})`).join('; ') || 'none') }
const sourceColumns = { source: words<SourceItem>((one) => `${one.title} of ${one.issuedOn}`), passages: words<SourceItem>((one) => one.passages), cited: number<SourceItem>((one) => one.cited.metric), 'later edition': words<SourceItem>((one) => one.laterEdition?.issuedOn) }

const intakeOf = ({ home }: World): Promise<StrategyIntake> => home.viewer.read(strategyRoutes.readIntake, {})
const readingOf = async (world: World, objective: string): Promise<ReadingItem> => theOne('objective', (await intakeOf(world)).items, (one) => one.statement, objective)
/** The source of that title that was recorded last. */
const sourceOf = async (world: World, title: string): Promise<SourceText> => world.home.viewer.read(strategyRoutes.readSource, { params: { id: present((await intakeOf(world)).sources.find((one) => one.title === title), `source ${title}`).id } })
