import { ClipboardList, FlaskConical, Lightbulb, Scale, Upload } from 'lucide-react'
import type { PageEntry } from '../shell/page-entry.ts'

/** The pages of this room. */
export const pages: readonly PageEntry[] = [
  { path: '/demand/ideas', room: 'demand', title: 'Ideas', nav: { group: 'Portfolio', icon: Lightbulb, order: 5 }, page: 'ideas' },
  { path: '/demand/innovation', room: 'demand', title: 'Innovation', nav: { group: 'Portfolio', icon: FlaskConical, order: 7 }, page: 'innovation' },
  { path: '/demand/criteria', room: 'demand', title: 'Criteria', nav: { group: 'Portfolio', icon: Scale, order: 18 }, page: 'criteria' },
  { path: '/demand/business-cases', room: 'demand', title: 'Business cases', nav: { group: 'Portfolio', icon: ClipboardList, order: 19 }, page: 'business-cases' },
  { path: '/demand/import', room: 'demand', title: 'Import', nav: { group: 'Portfolio', icon: Upload, order: 50, key: 'm' }, page: 'import' },
  { path: '/demand/import/$importId', room: 'demand', title: 'Import', under: '/demand/import', page: 'import' },
  { path: '/demand/initiatives/$initiativeId', room: 'demand', title: 'Initiative', under: '/portfolio', page: 'initiative' },
  { path: '/demand/initiatives/$initiativeId/business-case', room: 'demand', title: 'Business case', under: '/demand/business-cases', page: 'business-case' },
]
