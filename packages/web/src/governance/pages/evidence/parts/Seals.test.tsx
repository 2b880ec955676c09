import type { Seal } from '@throughline/contract/governance'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ok } from '@throughline/engine/kernel'
import { LocaleProvider } from '../../../../ui/locale.tsx'
import { Seals, type SealsProps } from './Seals.tsx'

const seal: Seal = { id: 's', kind: 'publication', title: 'March', knownAt: '2026-11-20T14:05:00.250Z', position: '2024-03-31', period: null, digest: 'ab'.repeat(32), bytes: 10, restatedAt: null, sealedBy: 'Ana Ruiz', sealedAt: '2026-11-20T14:05:00.250Z', product: '0.1.0', brokenAt: null }
const show = (given: Partial<SealsProps> = {}): string =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><Seals seals={[seal]} maySeal checking={false} allHold={undefined} problem={undefined} addressOf={(id) => `/d/${id}`} onSeal={() => Promise.resolve(ok(undefined))} onCheck={() => undefined} {...given} /></LocaleProvider>)

describe('seals', () => {
  it('empty: says what they are good for; nothing can be checked yet', () => {
    expect(show({ seals: [] })).toContain('Nothing was sealed yet')
    expect(show({ seals: [] })).not.toContain('Check seals')
  })
  it('full: what, as known when, by whom, with its document', () => {
    const html = show()
    for (const words of ['Position of 31 Mar 2024', 'Ana Ruiz', 'href="/d/s"', 'Seal now']) expect(html).toContain(words)
    expect(show({ maySeal: false })).not.toContain('Seal now')
  })
  it('alarm: says which does not read the same, and since when it is known', () => expect(show({ seals: [{ ...seal, brokenAt: '2026-11-21T08:00:00Z' }] })).toContain('Does not read the same any more: 21 Nov 2026'))
  it('checked: says that all hold', () => {
    expect(show({ allHold: true })).toContain('Every seal reads as it was sealed')
    expect(show({ allHold: false })).not.toContain('Every seal reads')
  })
})
