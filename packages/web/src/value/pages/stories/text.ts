import type { StoryFigure, SuccessStory } from '@throughline/contract/value'
import { amountWords } from '../../amounts.ts'
import type { useFormat } from '../../../format/index.ts'

type Format = ReturnType<typeof useFormat>

/** A figure in words; who may not see amounts reads that. */
export const figureWords = ({ nowMinor, unit }: Pick<StoryFigure, 'nowMinor' | 'unit'>, format: Format): string => (nowMinor === null ? 'amount withheld' : amountWords(nowMinor, unit, format))

/** A story as plain text, for a slide, a letter or a mail: each figure and each number that was typed says whether it is verified. */
export function storyText({ title, parts, figures, objectives, contributors }: SuccessStory, format: Format): string {
  const byNo = new Map(figures.map((figure) => [figure.no, figure]))
  const told = parts.map((part) => {
    if (part.kind !== 'figure') return part.kind === 'typed' ? `${part.text} (unverified)` : part.text
    const figure = byNo.get(part.no)
    return figure ? `${figureWords(figure, format)} (${figure.label})` : ''
  })
  const named = contributors.filter(({ answer }) => answer === 'agreed').map(({ person, part }) => (part ? `${person.name} (${part})` : person.name))
  return [
    title, '', told.join(''), '', ...figures.map((figure) => `[${figure.no}] ${figure.benefit}, ${figure.initiative}, ${figure.period}: ${figureWords(figure, format)}, ${figure.label}${figure.standing === 'corrected' ? ', corrected since' : ''}`),
    ...(objectives.length > 0 ? ['', `Contributes to: ${objectives.map(({ statement }) => statement).join('; ')}`] : []), ...(named.length > 0 ? ['', `With: ${named.join(', ')}`] : []),
  ].join('\n')
}

/** A text whose figure was taken out: its mark goes, and those after it move down by one. */
export const withoutFigure = (words: string, no: number): string => words.replaceAll(/ ?\[(\d{1,2})\]/g, (mark, digits: string) => (Number(digits) === no ? '' : Number(digits) > no ? mark.replace(digits, String(Number(digits) - 1)) : mark))
