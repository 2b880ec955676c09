import { governanceRoutes, type PmoObjective, type PmoObjectives } from '@throughline/contract/governance'
import { checkTable, number, set, words } from '../check.ts'
import { checks, type Sentence } from '../sentence.ts'
import type { World } from '../world.ts'

/** Sentences about what PMOs are to reach. */
export const pmoObjectiveSentences: readonly Sentence[] = [
  checks('the PMOs read', async ({ world, table }) => checkTable('PMOs', table, (await objectivesOf(world)).pmos, pmoColumns)),
  checks('the PMO objectives read', async ({ world, table }) => checkTable('objectives', table, (await objectivesOf(world)).pmos.flatMap(({ strategies }) => strategies.flatMap(({ objectives }) => objectives)), objectiveColumns)),
]

const objectivesOf = ({ home }: World): Promise<PmoObjectives> => home.viewer.read(governanceRoutes.readPmoObjectives, {})
type Pmo = PmoObjectives['pmos'][number]
const pmoColumns = { pmo: words<Pmo>(({ name }) => name), strategies: set<Pmo>(({ strategies }) => strategies.map(({ name }) => name)), sound: number<Pmo>(({ strategies: [first] }) => first?.soundness.metric ?? { status: 'missing', inputs: ['strategy'] }) }
const objectiveColumns = { objective: words<PmoObjective>(({ statement }) => statement), linked: words<PmoObjective>(({ linked }) => (linked ? 'yes' : 'no')), 'not SMART in': set<PmoObjective>(({ smart }) => smart.flatMap(({ letter, passed }) => (passed ? [] : [letter]))) }
