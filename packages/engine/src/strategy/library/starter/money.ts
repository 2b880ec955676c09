import type { StarterDefinition } from '../facts.ts'

/** Measures of money: what is earned, spent, owed and given back. */
export const money: readonly StarterDefinition[] = [
  {
    name: 'Cost of one unit served', meaning: 'What one case, trip or treatment costs in all, against the same of the base year.', calculation: 'total cost ÷ units served ÷ cost of one unit in the base year', unit: 'ratio', direction: 'lower', aggregation: 'ratio', frequency: 'year', tellsOf: 'outcome', leading: false,
    perspective: 'Money', gamingRisk: 'Easy cases are taken on, or cost is moved to others.', watch: 'The mix of cases, and what partners spend.', source: 'Unit cost as in the Green Book of HM Treasury', patterns: ['cost', 'costs', 'cheaper', 'efficient', 'efficiency', 'productivity'],
  },
  {
    name: 'Operating margin', meaning: 'What is left of each unit of revenue after the cost of operating.', calculation: '(revenue − operating cost) ÷ revenue', unit: 'percent', direction: 'higher', aggregation: 'ratio', frequency: 'quarter', tellsOf: 'outcome', leading: false,
    perspective: 'Money', gamingRisk: 'Cost is put off or written to assets.', watch: 'Maintenance put off, and cash from operations.', source: 'Common in financial statements', patterns: ['profit', 'margin', 'profitable', 'earnings'],
  },
  {
    name: 'Growth of revenue', meaning: 'How much more is earned than in the same period of the year before.', calculation: 'revenue ÷ revenue of the period a year before − 1', unit: 'percent', direction: 'higher', aggregation: 'non_additive', frequency: 'quarter', tellsOf: 'outcome', leading: false,
    perspective: 'Money', gamingRisk: 'Sales are brought forward or sold at a loss.', watch: 'Margin, returned goods and what is owed to us.', source: 'Common in financial statements', patterns: ['growth', 'grow', 'revenue', 'sales', 'market'],
  },
  {
    name: 'Realised savings against plan', meaning: 'How much of the savings planned until now were verified.', calculation: 'verified savings to date ÷ savings planned to date', unit: 'percent', direction: 'higher', aggregation: 'ratio', frequency: 'quarter', tellsOf: 'outcome', leading: false,
    perspective: 'Money', gamingRisk: 'Avoided cost is booked as savings, or one saving is claimed twice.', watch: 'Spend in the accounts of the units that save.', source: 'Benefits management, as in Managing Successful Programmes', patterns: ['savings', 'save', 'benefits', 'value for money', 'cost falls'],
  },
  {
    name: 'Days until paid', meaning: 'How many days of sales are still owed to us.', calculation: 'receivables ÷ revenue of the last year × 365', unit: 'day', direction: 'lower', aggregation: 'stock', frequency: 'month', tellsOf: 'outcome', leading: false,
    perspective: 'Money', gamingRisk: 'Claims are sold or written off before the day of measuring.', watch: 'Claims written off, and cash received.', source: 'Days sales outstanding, common in working capital', patterns: ['owed', 'paid', 'cash', 'liquidity', 'working capital'],
  },
  {
    name: 'Spend against budget', meaning: 'How far spending is from what was budgeted for the same time.', calculation: 'spend to date ÷ budget to date', unit: 'percent', direction: 'maintain', aggregation: 'ratio', frequency: 'month', tellsOf: 'activity', leading: false,
    perspective: 'Money', gamingRisk: 'The year-end rush: money is spent to be spent.', watch: 'Spend of the last month against the mean of the others.', source: 'Budgetary control, common in public finance', patterns: ['budget', 'spending', 'finances'],
  },
  {
    name: 'Return on capital employed', meaning: 'What the capital that is tied up earns in a year.', calculation: 'operating profit ÷ capital employed', unit: 'percent', direction: 'higher', aggregation: 'ratio', frequency: 'year', tellsOf: 'outcome', leading: false,
    perspective: 'Money', gamingRisk: 'Assets are let age, so that the capital shrinks.', watch: 'Age of assets, and investment against depreciation.', source: 'Common in financial statements', patterns: ['return', 'capital', 'investment', 'shareholders'],
  },
]
