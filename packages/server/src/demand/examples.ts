import { readFile, readdir } from 'node:fs/promises'
import { CivilDate, ShortText } from '@throughline/contract/wire'
import { FiscalCalendar } from '@throughline/contract/people'
import { readStory, storyExtras, storyFiles, type LedgerStory, type StoryFiles } from '@throughline/exchange/story'
import { invariant } from '@throughline/engine/kernel'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'

/** Where the examples lie that ship with the product. */
const folder = new URL('../../../../examples/', import.meta.url)

const ExampleFile = Type.Object({
  key: Type.String({ pattern: '^[a-z0-9-]{1,60}$' }), title: ShortText(), about: Type.String(), licence: ShortText(), attribution: ShortText(400), source: ShortText(400),
  currency: Type.String({ pattern: '^[A-Z]{3}$' }), calendar: FiscalCalendar,
  /** The file with the strategy, if the example has one. */
  strategy: Type.Optional(Type.String()),
  /** The file with what the strategy became later: the draft of its next version. */
  nextStrategy: Type.Optional(Type.String()),
  /** The folder with the life of its value ledger, if the example has one. */
  ledger: Type.Optional(Type.String()),
  /** The file with what else was done by whoever loads it: acts of any room, in order. */
  acts: Type.Optional(Type.String()),
  /** Files, oldest first; one that gives several dates itself says how many `positions` it holds, and `asOf` is its newest. */
  publications: Type.Array(Type.Object({ file: Type.String(), title: ShortText(), asOf: CivilDate, positions: Type.Optional(Type.Integer({ minimum: 2 })) }), { minItems: 1 }),
})
/** A real portfolio that ships with the product: its publications, oldest first, its strategy, licence and source. */
export type ExampleFile = Static<typeof ExampleFile>

/** The examples of the registry, `examples/index.json`. */
export async function readExamples(): Promise<readonly ExampleFile[]> {
  const registry: unknown = JSON.parse(await readFile(new URL('index.json', folder), 'utf8'))
  invariant(Value.Check(Type.Object({ examples: Type.Array(ExampleFile) }), registry), 'the registry of examples has the expected form')
  return registry.examples
}

/** How many positions an example holds. */
export const positionsOf = ({ publications }: ExampleFile): number => publications.reduce((sum, { positions = 1 }) => sum + positions, 0)

/** The life of the ledger of an example. */
export const readLedgerStory = async (ledger: string): Promise<LedgerStory> => {
  const there = await readdir(new URL(ledger, folder))
  return readStory(Object.fromEntries(await Promise.all([...storyFiles, ...storyExtras.filter((name) => there.includes(`${name}.csv`))].map(async (name) => [name, new Uint8Array(await readExampleFile(`${ledger}/${name}.csv`))] as const))) as StoryFiles)
}

/** The bytes of a file of an example, by its path below the folder of examples. */
export const readExampleFile = (path: string): Promise<Uint8Array> => readFile(new URL(path, folder))
