import { expect, it } from 'vitest'
import { caseDocument, type CaseDocument } from './index.ts'

const empty: CaseDocument = { title: 'Case', subtitle: '', facts: [], missing: [], ready: 'Ready for its gate', sections: [], footer: '' }

it('says on its first page what is missing, and that it is ready only where nothing is', () => {
  expect(caseDocument({ ...empty, missing: ['Funding: nobody has written it (Finance)'] })).toContain('Not ready: one thing is missing')
  expect(caseDocument({ ...empty, missing: ['x'] })).not.toContain('Ready for its gate')
  expect(caseDocument(empty)).toContain('Ready for its gate')
})
it('holds nothing that a browser or a word processor would run', () => {
  const evil = '<script>alert(1)</script>" onload="x'
  const made = caseDocument({ title: evil, subtitle: evil, facts: [[evil, evil]], missing: [evil], ready: evil, footer: evil, sections: [{ title: evil, asks: evil, paragraphs: [{ title: evil, text: evil }], tables: [{ caption: evil, columns: [evil], rows: [[evil]] }], lists: [{ title: evil, entries: [evil] }] }] })
  expect(made).not.toContain('<script')
  expect(made).not.toContain('" onload')
})
