import type { Webhook } from '@throughline/contract/governance'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import { WebhooksPage, type WebhooksProps } from './Page.tsx'
import { kindsOf } from './words.ts'

const done = async () => ({ ok: true, value: { secret: 'whsec_x' } }) as const
const full = (value: readonly Webhook[]): WebhooksProps['webhooks'] => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const one: Webhook = { id: '019a0000-0000-7000-8000-000000000001', name: 'Warehouse', address: 'https://hooks.example.org/t', kinds: ['demand'], state: 'failed', createdAt: '2026-11-01T08:00:00.000Z', version: 2, waiting: 3, failingSince: '2026-11-18T08:00:00.000Z', secretBeforeUntil: null }
const html = (change: Partial<WebhooksProps>) =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><WebhooksPage canAdminister webhooks={full([])} log={{ state: 'loading' }} logOf={undefined} onLog={() => undefined} onAdd={done} onChange={done} onRenew={done} onRemove={done} onPing={() => undefined} onAgain={() => undefined} {...change} /></LocaleProvider>)

describe('the page of webhooks', () => {
  it('says what they are where there is none', () => expect(html({})).toContain('No address is told of anything'))
  it('is refused to who does not give access', () => expect(html({ canAdminister: false })).toContain('for those who give access'))
  it('shows each with its state and what waits', () => {
    for (const words of ['Warehouse', 'https://hooks.example.org/t', 'Stopped: it took nothing for three days', 'failing since', '>3<', 'Deliveries: Warehouse', 'New secret: Warehouse']) expect(html({ webhooks: full([one]) })).toContain(words)
  })
  it('loads, and says why it was refused', () => {
    expect(html({ webhooks: { state: 'loading' } })).toContain('Loading webhooks')
    expect(html({ webhooks: { state: 'refused', problem: { type: '', title: 'No', status: 503, code: 'database_unavailable', detail: 'Away.' }, again: () => undefined } })).toContain('Away.')
  })
  it('reads kinds as they are typed', () => expect(kindsOf(' demand, strategy.objective,,demand ')).toEqual(['demand', 'strategy.objective']))
})
