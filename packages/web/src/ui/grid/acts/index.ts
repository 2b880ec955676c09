/** What a grid needs beyond showing and typing: one part, loaded while nothing else happens. */
export { BulkDialog } from '../BulkDialog.tsx'
export { ColumnMenu } from '../ColumnMenu.tsx'
export { IssuesList } from '../IssuesList.tsx'
export { readBlock } from './block.ts'
export { copyRows, fetchRows, mostCells, rowsHere } from './copy.ts'
export { describeAct, describeTurn } from './describe.ts'
export { fillCells, repeatText, setColumn } from './fill.ts'
export { pasteBlock } from './paste.ts'
