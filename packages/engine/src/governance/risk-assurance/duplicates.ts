import { known, numberFigure } from '../../kernel/index.ts'
import { likeness, rarity, wordsOf } from '../../strategy/index.ts'
import type { AssuredRisk, RegisterFacts, RegisterFinding } from './facts.ts'
import { finding, ofRisk, textShown } from './finding.ts'

/** From which likeness of their words on two risks are said to be the same. */
export const twinRisks = 0.8
/** A word that more risks have is not followed: it says nothing of any of them, and following it would compare everything with everything. */
const mostWithWord = 60

/** Open risks of one kind whose words are almost the same, each named once with the first that it repeats (idea-likeness). */
export function duplicateFindings({ risks }: RegisterFacts): readonly RegisterFinding[] {
  const open = risks.filter(({ state }) => state === 'open').map((risk) => ({ risk, words: wordsOf(`${risk.title} ${risk.event}`) }))
  const weightOf = rarity(open.map(({ words }) => words))
  const withWord = new Map<string, number[]>()
  return open.flatMap(({ risk, words }, at) => {
    const before = new Set<number>([...words].flatMap((word) => (withWord.get(word) ?? []).filter((_, place) => place < mostWithWord)))
    for (const word of words) withWord.set(word, [...(withWord.get(word) ?? []).slice(0, mostWithWord), at])
    const twin = [...before].sort((a, b) => a - b).flatMap((place) => {
      const other = open[place]
      const like = other && other.risk.kind === risk.kind ? likeness(other.words, words, weightOf) : undefined
      return other && like && like.value >= twinRisks ? [{ other: other.risk, ...like }] : []
    })[0]
    return twin ? [duplicate(risk, twin)] : []
  })
}

const duplicate = (risk: AssuredRisk, { other, value, words }: { readonly other: AssuredRisk; readonly value: number; readonly words: readonly string[] }): RegisterFinding =>
  finding({ rule: 'duplicate', severity: 'low', where: ofRisk(risk), found: `almost the words of ${other.key} ${other.title}`, expected: 'each risk once, or words that tell them apart', shown: [{ term: 'Likeness', figure: known(numberFigure(Math.round(value * 100) / 100, 'ratio')), formula: 'idea-likeness' }, textShown('Words in common', words.join(', '))] })
