import { Pager as AnyPager, type PagerProps } from '../../../../ui/controls/Pager.tsx'
import { pageRows } from '../acts.ts'

/** Which part of a long list of an import is shown, and the way to the others. */
export const Pager = (props: Omit<PagerProps, 'size'>) => <AnyPager {...props} size={pageRows} />
