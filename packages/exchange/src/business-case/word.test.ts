import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { scanXml } from '../xml/index.ts'
import { caseWord, type CaseDocument } from './index.ts'

const evil = '<w:p>&"\u0000\ud800_x0041_'
const full: CaseDocument = {
  title: 'Case & more', subtitle: evil, facts: [['Version', '1']], missing: ['Funding: nobody has written it (Finance)'], ready: 'Ready for its gate', footer: evil,
  sections: [{ title: 'Economic case', asks: evil, paragraphs: [{ title: 'Choice', text: 'One line\nand another' }, { title: 'Open', text: ' ' }], tables: [{ caption: 'Options', columns: ['Option', 'Worth', 'Why'], words: [2], rows: [['Bridge', '35.45', evil]] }, { caption: 'Nothing', columns: ['A'], rows: [] }], lists: [{ title: 'Care', entries: ['Read it'] }] }],
}
const partsOf = (document: CaseDocument) => new Map(Object.entries(unzipSync(caseWord(document))).map(([path, bytes]) => [path, strFromU8(bytes)]))
/** Every element that opens is closed in its order: what a word processor asks for before it asks anything else. */
function isWhole(xml: string): boolean {
  const open: string[] = []
  let sound = true
  scanXml([new TextEncoder().encode(xml)], { open: (name) => void open.push(name), close: (name) => { sound &&= open.pop() === name }, text: () => undefined })
  return sound && open.length === 0
}

it('holds every part that its relations name, each well formed', () => {
  const parts = partsOf(full)
  expect([...parts.keys()].toSorted()).toEqual(['[Content_Types].xml', '_rels/.rels', 'docProps/core.xml', 'word/_rels/document.xml.rels', 'word/document.xml', 'word/styles.xml'])
  expect([...parts.values()].every(isWhole)).toBe(true)
  expect(caseWord(full)).toEqual(caseWord(full))
})
it('says first what is missing, has figures to the right and words to the left, and no table without rows', () => {
  const body = partsOf(full).get('word/document.xml') ?? ''
  expect(body).toMatch(/Case &amp; more.*Not ready: one thing is missing.*Funding: nobody has written it.*Economic case.*One line<\/w:t><w:br\/><w:t[^>]*>and another.*Nobody has written it\..*Options.*35\.45/s)
  expect([/<w:jc w:val="right"\/><\/w:pPr><w:r><w:t[^>]*>35\.45/.test(body), body.includes('Nothing'), body.includes('Ready for its gate')]).toEqual([true, false, false])
  expect(partsOf({ ...full, missing: [] }).get('word/document.xml')).toContain('Ready for its gate')
})
it('leaves out what XML cannot hold, and takes words for words', () => {
  const body = partsOf(full).get('word/document.xml') ?? ''
  expect([body.includes('\u0000'), body.includes('&lt;w:p&gt;&amp;"'), body.includes('_x0041_')]).toEqual([false, true, true])
})
