import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { MomentBar } from './MomentBar.tsx'

describe('the bar above a past moment', () => {
  it('says both dates, that nothing can be changed, and links to what changed since', () => {
    const html = renderToStaticMarkup(<MomentBar moment={{ position: '2025-03-31' }} positions={[{ asOf: '2025-03-31', title: 'Annual report 2025' }]} changesLink="/portfolio/changes?fromPosition=2025-03-31" onChange={() => {}} onNow={() => {}} />)
    expect(html).toContain('Annual report 2025')
    expect(html).toContain('as it is known today')
    expect(html).toContain('Nothing can be changed here')
    expect(html).toContain('href="/portfolio/changes?fromPosition=2025-03-31"')
    expect(html).toContain('Back to now')
  })
})
