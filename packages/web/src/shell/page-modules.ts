import type { PageModule } from './page-entry.ts'

/**
 * What loads each page, by its file. It grows by every page and by all that the page needs, so it stands in a file of its own
 * that the first route goes without: it loads when another page than the start is pointed at or opened.
 */
export const pageModules: Readonly<Record<string, () => Promise<PageModule>>> = import.meta.glob<PageModule>('../*/pages/*/index.tsx')
