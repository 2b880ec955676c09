export { writeRoadmap } from './workbook.ts'
export type { FrontierTold, RoadmapReport } from './report.ts'
