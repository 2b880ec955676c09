import type { Problem } from '@throughline/contract/wire'
import { faultAt, type PartKind, type Scenario, type Step } from './parse.ts'
import { understand, type Sentence } from './sentence.ts'
import { newWorld, type Stage, type World } from './world.ts'

/** Plays a scenario in an organisation of its own; throws with file and line at the first sentence that does not hold. */
export async function playScenario(scenario: Scenario, vocabulary: readonly Sentence[], stage: Stage): Promise<void> {
  const world = await newWorld(stage)
  for (const { kind, steps } of scenario.parts) {
    for (const step of steps) {
      await playStep(step, { kind, world, vocabulary }).catch((error: unknown) => {
        throw faultAt(scenario.path, step.line, error instanceof Error ? error.message : String(error))
      })
    }
  }
  try {
    expectNothingUnspoken(world)
  } catch (error) {
    throw faultAt(scenario.path, scenario.parts.at(-1)?.steps.at(-1)?.line ?? 1, error instanceof Error ? error.message : String(error))
  }
}

type Playing = { readonly kind: PartKind; readonly world: World; readonly vocabulary: readonly Sentence[] }

async function playStep({ text, table }: Step, { kind, world, vocabulary }: Playing): Promise<void> {
  const { sentence, blanks } = understand(vocabulary, kind, text)
  if (kind !== 'then') expectNothingUnspoken(world)
  await sentence.run({ world, table }, blanks)
  if (kind === 'given') expectNothingUnspoken(world)
}

/** A refusal that the scenario does not mention is one that it did not expect. */
function expectNothingUnspoken({ answer }: World): void {
  if (!answer || answer.spokenOf) return
  const { code, detail, issues } = answer.body as Problem
  throw new Error(`found the refusal ${code} (${answer.status}) "${detail}"${issues ? ` ${JSON.stringify(issues)}` : ''}; expected it to be done, or a sentence that speaks of the refusal`)
}
