import { random } from '@throughline/engine/kernel'

export type Variant = 'first' | 'corrected'

/**
 * A portfolio of so many initiatives in forty agencies with bureaus, as a publisher would give it: twelve columns, prose among
 * them. The corrected one has another cost in every row.
 */
export function portfolioFile(rows: number, variant: Variant): Uint8Array {
  const { next } = random(1)
  const head = 'Id,Name,Agency,Bureau,Category,Description,Start date,End date,Whole-life cost (EUR),Benefits (EUR),Delivery confidence,Sponsor'
  const lines = Array.from({ length: rows }, (_, at) => {
    const agency = 1 + Math.floor(next() * 40)
    const [cost, benefits, year] = [10_000 + Math.floor(next() * 9_000_000), Math.floor(next() * 20_000_000), 2018 + Math.floor(next() * 6)]
    const rating = ['Green', 'Amber', 'Red'][Math.floor(next() * 3)] ?? 'Green'
    const prose = `"Renews part ${at + 1} of the network, with works on site in ${year}, and replaces what is past its life."`
    return `P-${at + 1},Renewal ${words[at % words.length]} ${at + 1},Agency ${agency},Bureau ${agency}.${1 + (at % 5)},Infrastructure,${prose},${year}-04-01,${year + 4}-03-31,${cost + (variant === 'corrected' ? 1_000 : 0)},${benefits},${rating},Sponsor ${at % 97}`
  })
  return Buffer.from([head, ...lines].join('\n'))
}

const words = ['north', 'south', 'east', 'west', 'harbour', 'river', 'valley', 'border', 'island', 'central']
