import { evidenceFileBytes, fileReference, valueRoutes } from '@throughline/contract/value'
import type { Person } from '../pattern.ts'
import { does, type Sentence } from '../sentence.ts'
import { act, type World } from '../world.ts'
import { nobodysId } from './find.ts'

/** Sentences about files that are kept as evidence. */
export const evidenceSentences: readonly Sentence[] = [
  does('{person} attaches the file {text} to the benefit {text}, which says {text}', ({ world }, person, fileName, benefit, says) => attach(world, person, { fileName, benefit, bytes: Buffer.from(says) })),
  does('{person} attaches the file {text} of {count} bytes to the benefit {text}', ({ world }, person, fileName, bytes, benefit) => attach(world, person, { fileName, benefit, bytes: Buffer.alloc(bytes, `${fileName} `) })),
  does('{person} attaches the empty file {text} to the benefit {text}', ({ world }, person, fileName, benefit) => attach(world, person, { fileName, benefit, bytes: Buffer.alloc(0) })),
  does('{person} attaches to the benefit {text} a film {text} that is one byte too long', ({ world }, person, benefit, fileName) => attach(world, person, { fileName, benefit, bytes: Buffer.alloc(evidenceFileBytes + 1, 1) })),
  does('{person} promises {amount} of {text} in {text}, with the file {text} as evidence', async ({ world }, person, minor, benefit, period, fileName) => promise(world, person, { benefit, period, amount: String(minor), evidence: fileReference(await fileNamed(world, fileName)) })),
  does('{person} withdraws the file {text}', async ({ world }, person, fileName) => act(world, person, valueRoutes.withdrawEvidence, { params: { id: await fileNamed(world, fileName) }, body: { reason: 'The wrong file' } })),
]

const benefitNamed = async ({ home }: World, name: string): Promise<string> => (await home.viewer.read(valueRoutes.readRegister, {})).benefits.find((one) => one.name === name)?.id ?? nobodysId
const fileNamed = async ({ home }: World, name: string): Promise<string> => (await home.viewer.read(valueRoutes.listEvidence, { query: {} })).files.find(({ fileName }) => fileName === name)?.id ?? nobodysId

type Sent = { readonly fileName: string; readonly benefit: string; readonly bytes: Uint8Array }
async function attach(world: World, person: Person, { fileName, benefit, bytes }: Sent): Promise<void> {
  await act(world, person, valueRoutes.attachToBenefit, { params: { id: await benefitNamed(world, benefit) }, query: { fileName }, body: bytes })
}

type Promised = { readonly benefit: string; readonly period: string; readonly amount: string; readonly evidence: string }
async function promise(world: World, person: Person, { benefit, period, amount, evidence }: Promised): Promise<void> {
  await act(world, person, valueRoutes.promiseBenefit, { body: { benefitId: await benefitNamed(world, benefit), lines: [{ period, amount }], evidence } })
}
