import { demandRoutes, type FunnelStage, type Idea, type IdeaIntake, type IdeaLevels, type NewIdea } from '@throughline/contract/demand'
import { triageLevels } from '@throughline/engine/demand'
import { checkTable, number, set, theOne, words } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'

/** Sentences about ideas: handed in, judged, merged, and what becomes of them. */
export const ideaSentences: readonly Sentence[] = [
  does('{person} hands in the idea {text}', ({ world }, person, title) => act(world, person, demandRoutes.handInIdea, { body: { ...plain, title } })),
  does('{person} hands in the idea {text} although something is alike, for {text}', ({ world }, person, title, missing) => act(world, person, demandRoutes.handInIdea, { body: { ...plain, title, missing } })),
  does('{person} hands in the idea {text} from a rule that is not named', ({ world }, person, title) => act(world, person, demandRoutes.handInIdea, { body: { ...plain, title, source: 'regulation' } })),
  does('{person} hands in the idea {text} for the measure {text}', async ({ world }, person, title, measure) => {
    const { measureId } = theOne('shortfall', (await intakeOf(world)).shortfalls, ({ name }) => name, measure)
    await act(world, person, demandRoutes.handInIdea, { body: { ...plain, title, source: 'measure', measureId } })
  }),
  does('{person} rewords the idea {text} to {text}', async ({ world }, person, title, to) => {
    const { id, version } = await findIdea(world, title)
    await act(world, person, demandRoutes.changeIdea, { params: { id }, body: { version, title: to } })
  }),
  does('{person} judges the idea {text} by fit {word}, value {word}, ease {word} and urgency {word}', async ({ world }, person, title, fit, value, ease, urgency) => {
    const { id, version } = await findIdea(world, title)
    const levels: IdeaLevels = { fit: levelOf(fit), value: levelOf(value), ease: levelOf(ease), urgency: levelOf(urgency) }
    await act(world, person, demandRoutes.triageIdea, { params: { id }, body: { version, levels } })
  }),
  does('{person} becomes the sponsor of the idea {text}', async ({ world }, person, title) => {
    const { id, version, levels: given } = await findIdea(world, title)
    const levels = given ?? { fit: 'medium', value: 'medium', ease: 'medium', urgency: 'medium' }
    const sponsorId = person === 'the owner' ? world.home.owner.actor.accountId : world.home.editor.actor.accountId
    await act(world, 'the editor', demandRoutes.triageIdea, { params: { id }, body: { version, levels, sponsorId } })
  }),
  does('{person} merges the idea {text} into {text}', async ({ world }, person, title, into) => {
    const [{ id, version }, { id: intoId }] = [await findIdea(world, title), await findIdea(world, into)]
    await act(world, person, demandRoutes.mergeIdea, { params: { id }, body: { version, intoId, words: 'It says the same' } })
  }),
  does('{person} answers the idea {text} with {word} because {text}', async ({ world }, person, title, outcome, why) => {
    const { id, version } = await findIdea(world, title)
    await act(world, person, demandRoutes.decideIdea, { params: { id }, body: { version, outcome: present(outcomes[outcome], `outcome ${outcome}, of trial, decline, case and reopening`), words: why } })
  }),
  checks('the ideas read', async ({ world, table }) => checkTable('ideas', table, (await intakeOf(world)).ideas, ideaColumns)),
  checks('the funnel of ideas reads', async ({ world, table }) => checkTable('states', table, (await intakeOf(world)).stages, stageColumns)),
  checks('measures that call for an idea', async ({ world, table }) => checkTable('measures', table, (await intakeOf(world)).shortfalls, shortfallColumns)),
]

const plain = { problem: 'What stands in the way', source: 'person' } satisfies Partial<NewIdea>
const outcomes = { trial: 'incubate', decline: 'decline', case: 'to_case', reopening: 'reopen' } as Readonly<Record<string, 'incubate' | 'decline' | 'to_case' | 'reopen'>>
const levelOf = (word: string): IdeaLevels['fit'] => present(triageLevels.find((one) => one === word), `level ${word}`)

const ideaColumns = {
  idea: words<Idea>((one) => one.title), state: words<Idea>((one) => one.state), priority: words<Idea>((one) => one.priority.value ?? 'none'), credit: set<Idea>((one) => one.credit.map(({ name }) => firstName(name))), sponsor: words<Idea>((one) => (one.sponsor ? firstName(one.sponsor.name) : 'nobody')),
  outcome: words<Idea>((one) => one.outcome?.words ?? 'none'), 'lives on in': words<Idea>((one) => one.duplicateOf?.name ?? one.initiative?.name ?? 'nothing'), missing: words<Idea>((one) => (one.checked.missing === '' ? 'nothing' : one.checked.missing)),
}
const stageColumns = { state: words<FunnelStage>((one) => one.state), now: words<FunnelStage>((one) => one.now), reached: words<FunnelStage>((one) => one.reached), days: number<FunnelStage>((one) => one.age.metric) }
type Shortfall = IdeaIntake['shortfalls'][number]
const shortfallColumns = { measure: words<Shortfall>((one) => one.name), standing: words<Shortfall>((one) => one.standing), behind: number<Shortfall>((one) => one.shortfall.metric) }

const firstName = (name: string): string => name.split(' ')[0] ?? name
const intakeOf = ({ home }: World): Promise<IdeaIntake> => home.viewer.read(demandRoutes.readIdeas, {})
const findIdea = async (world: World, title: string): Promise<Idea> => theOne('idea', (await intakeOf(world)).ideas, (one) => one.title, title)
