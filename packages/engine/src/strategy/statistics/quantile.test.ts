import { expect, it, test } from 'vitest'
import { quantile, type QuantileMethod } from './quantile.ts'

const overruns = [-5, 0, 2, 8, 10, 15, 20, 27, 40, 80]
test.each<[QuantileMethod, readonly number[]]>([['linear', [12.5, 29.6, 44]], ['inverted_cdf', [10, 27, 40]], ['weibull', [12.5, 37.4, 76]]])('%s gives P50, P80 and P90 of ten overruns as published', (method, wanted) =>
  expect([0.5, 0.8, 0.9].map((share) => quantile(overruns, share, method))).toEqual(wanted.map((value) => expect.closeTo(value, 10) as number)))
it('takes the ends at 0 and 1, in whatever order values come', () => expect([0, 1].map((share) => quantile([3, 1, 2], share, 'weibull'))).toEqual([1, 3]))
