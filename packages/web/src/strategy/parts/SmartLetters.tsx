import type { SmartVerdict } from '@throughline/contract/strategy'

export const letterWords: Readonly<Record<SmartVerdict['letter'], string>> = { specific: 'Specific', measurable: 'Measurable', attainable: 'Attainable', relevant: 'Relevant', timed: 'Timed' }

/** The five letters, those that fail struck through and said in words to readers. */
export function SmartLetters({ smart }: { readonly smart: readonly SmartVerdict[] }) {
  const failed = smart.filter(({ passed }) => !passed).map(({ letter }) => letterWords[letter].toLowerCase())
  return (
    <span className="figures inline-flex gap-1 font-semibold" role="img" aria-label={failed.length === 0 ? 'All five' : `Not ${failed.join(', ')}`}>
      {smart.map(({ letter, passed }) => <span key={letter} title={`${letterWords[letter]}: ${passed ? 'yes' : 'no'}`} className={`grid size-6 place-items-center rounded-node border ${passed ? 'border-border bg-good-tint text-good-text' : 'border-bad bg-bad-tint text-bad-text line-through'}`}>{letter[0]?.toUpperCase()}</span>)}
    </span>
  )
}
